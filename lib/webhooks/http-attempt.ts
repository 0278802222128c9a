import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import { createAddressRules } from "./address-rules";
import { AttemptAborts } from "./attempt-aborts";
import { faultOf, type AttemptFailure } from "./attempt-failure";
import { attemptHeaders } from "./attempt-headers";
import type { AttemptOutcome, AttemptRequest, WebhookSender } from "./attempt-outcome";
import { AttemptRun } from "./attempt-run";
import { createConnectionPool, type Connect } from "./connection-pool";
import { describeFailure } from "./error-advice";
import { createHostLookup } from "./lookup-host";
import { openConnection } from "./open-connection";
import { resolveWebhookHost } from "./resolve-webhook-host";
import { RESPONSE_BYTES_MAX } from "./response-body";
import { splitStoredUrl } from "./webhook-url";

export type SenderSettings = {
  userAgent: string;
  /** `WEBHOOK_ALLOWED_NETS`: networks exempt from the private-address rule. */
  allowedNets: readonly string[];
  /** `WEBHOOK_DNS_SERVERS`; empty = the system's. */
  dnsServers: readonly string[];
  /**
   * The one origin that is exempt from the private-address rule and trusted by its own CA (a PEM file), asked whenever a
   * connection is opened.
   */
  testReceiver: () => { origin: string; caPath: string } | null;
  /** Told of errors that are defects of ours, beside the outcome. */
  onUnexpected?: (error: unknown) => void;
  connectTimeoutMs?: number;
  /** For everything: lookup, connecting, sending, and reading the whole answer. */
  totalTimeoutMs?: number;
  responseBytesMax?: number;
  idleConnectionsMax?: number;
};

type Target = NonNullable<ReturnType<typeof splitStoredUrl>> & { connect: Connect };

const POOL_LIMITS = { idleMaxPerOrigin: 128, idleMs: 4_000, idleMsMax: 30_000, ageMsMax: 300_000 };
const KNOWN_URLS_MAX = 1_000;
const TLS = { minVersion: "TLSv1.2" } as const;

/**
 * Makes attempts: one signed POST of the exact stored bytes to exactly the stored URL, never through a proxy, never
 * following a redirect. The address is checked and the socket bound to it whenever a connection is opened; connections
 * are kept alive for the next attempts to the same origin.
 *
 * @throws Error when a setting can't be used, naming it
 */
export function createWebhookSender(settings: SenderSettings): WebhookSender {
  const {
    connectTimeoutMs = 5_000,
    totalTimeoutMs = 15_000,
    responseBytesMax = RESPONSE_BYTES_MAX,
  } = settings;
  const { onUnexpected = () => {} } = settings;
  const limits = { connectTimeoutMs, totalTimeoutMs, responseBytesMax, onUnexpected };
  const rules = createAddressRules(settings.allowedNets);
  const lookup = createHostLookup(settings.dnsServers);
  const publicContext = createSecureContext(TLS);
  const pool = createConnectionPool({ ...POOL_LIMITS, idleMax: settings.idleConnectionsMax ?? 512 });
  const aborts = new AttemptAborts();
  const running = new Set<AttemptRun>();
  const targets = new Map<string, Target>();
  let isClosed = false;
  let onIdle = () => {};

  function targetOf(url: string): Target | null {
    const known = targets.get(url);
    if (known) return known;
    const parts = splitStoredUrl(url);
    if (!parts) return null;
    const target: Target = { ...parts, connect: (done) => openConnection(connectTarget(parts), done) };
    if (targets.size >= KNOWN_URLS_MAX) targets.clear();
    targets.set(url, target);
    return target;
  }

  function connectTarget({ hostname, port, origin, secure }: Omit<Target, "connect">) {
    const receiver = settings.testReceiver();
    const exempt = receiver?.origin === origin ? receiver : null;
    const context = exempt ? createSecureContext({ ...TLS, ca: readFileSync(exempt.caPath) }) : publicContext;
    return {
      hostname,
      port,
      secureContext: secure ? context : null,
      resolve: (name: string) => resolveWebhookHost(name, lookup, exempt ? null : rules),
      connectTimeoutMs,
    };
  }

  function attempt(request: AttemptRequest, signal?: AbortSignal): Promise<AttemptOutcome> {
    const startedAt = new Date();
    if (isClosed || signal?.aborted) return Promise.resolve(unsent(startedAt, { code: "stopped" }));
    const target = targetOf(request.url);
    if (!target) return Promise.resolve(unsent(startedAt, { code: "url_invalid" }));
    const { hostname, port, requestTarget } = target;
    const requestHeaders = attemptHeaders(request, startedAt, settings.userAgent);
    return new Promise((resolve) => {
      const connection = pool.acquire(target.origin, target.connect);
      const options = { ...limits, url: request.url, hostname, port, startedAt, requestHeaders };
      const run = new AttemptRun(options, connection, (outcome, isReusable) => {
        running.delete(run);
        if (signal) aborts.remove(signal, run);
        pool.release(connection, isReusable && !isClosed);
        resolve(outcome);
        if (running.size === 0) onIdle();
      });
      running.add(run);
      if (signal) aborts.add(signal, run);
      connection.client.dispatch(
        { method: "POST", path: requestTarget, headers: requestHeaders, body: request.body },
        run,
      );
    });
  }

  return {
    async send(request, signal) {
      try {
        return await attempt(request, signal);
      } catch (error) {
        onUnexpected(error);
        return unsent(new Date(), { code: "internal_error" });
      }
    },

    async close() {
      isClosed = true;
      if (running.size > 0) await new Promise<void>((resolve) => (onIdle = resolve));
      pool.clear();
    },
  };
}

/** The outcome of an attempt that never reached the network. */
function unsent(startedAt: Date, failure: AttemptFailure): AttemptOutcome {
  return {
    kind: "failed",
    startedAt,
    requestHeaders: {},
    statusCode: null,
    responseHeaders: null,
    responseBody: null,
    responseBodyCut: false,
    firstByteMs: null,
    durationMs: 0,
    remoteAddress: null,
    error: describeFailure(failure),
    fault: faultOf(failure),
    retryAfterMs: null,
    gone: false,
    redirectTo: null,
  };
}
