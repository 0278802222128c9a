import { connect as connectTcp, isIP, type LookupFunction, type Socket } from "node:net";
import { connect as connectTls, type SecureContext } from "node:tls";
import { AttemptFailureError, type AttemptFailure } from "./attempt-failure";
import type { ResolvedHost } from "./resolve-webhook-host";

export type ConnectTarget = {
  hostname: string;
  port: number;
  /** Null for plain TCP. */
  secureContext: SecureContext | null;
  resolve: (hostname: string) => Promise<ResolvedHost>;
  connectTimeoutMs: number;
};

type Done = (error: Error | null, socket: Socket | null) => void;

const NEXT_ADDRESS_AFTER_MS = 1000;

/**
 * Opens a connection to one of the addresses that `resolve` has checked, and to no other: the socket is handed those
 * addresses and never looks the name up itself (no second answer to trust). Several are tried one after the other
 * (RFC 8305). Lookup, TCP and TLS together take at most `connectTimeoutMs`. Certificates are always verified.
 *
 * @returns cancels; `done` is called once in any case
 */
export function openConnection(target: ConnectTarget, done: Done): () => void {
  const { hostname, connectTimeoutMs } = target;
  let socket: Socket | null = null;
  let isDone = false;

  function fail(error: Error) {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    socket?.destroy();
    done(error, null);
  }
  const failWith = (failure: AttemptFailure) => fail(new AttemptFailureError(failure));

  const timer = setTimeout(() => {
    const seconds = connectTimeoutMs / 1000;
    failWith(socket ? { code: "connect_timeout", hostname, seconds } : { code: "dns_unavailable", hostname });
  }, connectTimeoutMs);

  function start(addresses: readonly string[]) {
    const isSecure = target.secureContext !== null;
    const opened = isSecure
      ? connectTls(tlsOptions(target, addresses))
      : connectTcp(tcpOptions(target, addresses));
    socket = opened;
    opened.setKeepAlive(true, 60_000);
    opened.on("error", fail);
    opened.once(isSecure ? "secureConnect" : "connect", () => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      done(null, opened);
    });
  }

  target.resolve(hostname).then(
    (host) => {
      if (isDone) return;
      if (host.ok) start(host.addresses);
      else failWith(host.failure);
    },
    (error: unknown) => fail(error instanceof Error ? error : new Error("lookup failed", { cause: error })),
  );
  return () => failWith({ code: "stopped" });
}

function tcpOptions({ hostname, port }: ConnectTarget, addresses: readonly string[]) {
  const checked = addresses.map((address) => ({ address, family: isIP(address) }));
  const lookup: LookupFunction = (_hostname, _options, callback) => callback(null, checked);
  return {
    host: hostname,
    port,
    lookup,
    noDelay: true,
    highWaterMark: 65_536,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
  };
}

function tlsOptions(target: ConnectTarget, addresses: readonly string[]) {
  return {
    ...tcpOptions(target, addresses),
    ...(target.secureContext ? { secureContext: target.secureContext } : {}),
    // An address is no server name (RFC 6066, 3); the certificate is then compared with `host`.
    servername: isIP(target.hostname) ? "" : target.hostname,
    ALPNProtocols: ["http/1.1"],
    rejectUnauthorized: true,
  };
}
