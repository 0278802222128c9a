import { createSecureContext } from "node:tls";
import { createAddressRules } from "./address-rules";
import { AttemptAborts } from "./attempt-aborts";
import { faultOf, type AttemptFailure } from "./attempt-failure";
import { attemptHeaders } from "./attempt-headers";
import type { AttemptOutcome, AttemptRequest, WebhookSender } from "./attempt-outcome";
import { AttemptRun } from "./attempt-run";
import { createConnectionPool } from "./connection-pool";
import { describeFailure } from "./error-advice";
import { createHostLookup } from "./lookup-host";
import { openConnection } from "./open-connection";
import { resolveWebhookHost } from "./resolve-webhook-host";
import { splitStoredUrl } from "./webhook-url";

export type SenderSettings = {
  userAgent: string;
  /** `WEBHOOK_ALLOWED_NETS`: networks exempt from the private-address rule. */
  allowedNets: readonly string[];
  /** `WEBHOOK_DNS_SERVERS`; empty = the system's. */
  dnsServers: readonly string[];
  /** The one origin (the test receiver's) that is exempt from the private-address rule and trusted by its own CA, in PEM. */
  testReceiver: { origin: string; ca: string } | null;
  connectTimeoutMs?: number;
  /** For everything: lookup, connecting, sending, and reading the whole answer. */
  totalTimeoutMs?: number;
  responseBytesMax?: number;
  idleConnectionsMax?: number;
};

const POOL_LIMITS = { idleMaxPerOrigin: 128, idleMs: 4_000, idleMsMax: 30_000, ageMsMax: 300_000 };
const KNOWN_URLS_MAX = 1_000;
const MIN_TLS = "TLSv1.2";

/**
 * Makes attempts: one signed POST of the exact stored bytes to exactly the stored URL, never through a proxy, never
 * following a redirect. The address is checked and the socket bound to it whenever a connection is opened; connections
 * are kept alive for the next attempts to the same origin.
 *
 * @throws Error when a setting can't be used, naming it
 */
export function createWebhookSender(settings: SenderSettings): WebhookSender {
  const { connectTimeoutMs = 5_000, totalTimeoutMs = 15_000, responseBytesMax = 65_536 } = settings;
  const rules = createAddressRules(settings.allowedNets);
  const lookup = createHostLookup(settings.dnsServers);
  const publicContext = createSecureContext({ minVersion: MIN_TLS });
  const { testReceiver } = settings;
  const receiverContext = testReceiver && createSecureContext({ minVersion: MIN_TLS, ca: testReceiver.ca });
  const pool = createConnectionPool({ ...POOL_LIMITS, idleMax: settings.idleConnectionsMax ?? 512 });
  const aborts = new AttemptAborts();
  const running = new Set<AttemptRun>();
  const targets = new Map<string, NonNullable<ReturnType<typeof targetOf>>>();
  let isClosed = false;
  let onIdle = () => {};

  function targetOf(url: string) {
    const parts = splitStoredUrl(url);
    if (!parts) return null;
    const isTestReceiver = parts.origin === testReceiver?.origin;
    const context = isTestReceiver && receiverContext ? receiverContext : publicContext;
    const connection = {
      hostname: parts.hostname,
      port: parts.port,
      secureContext: parts.secure ? context : null,
      resolve: (hostname: string) => resolveWebhookHost(hostname, lookup, isTestReceiver ? null : rules),
      connectTimeoutMs,
    };
    const connect: Parameters<typeof pool.acquire>[1] = (done) => openConnection(connection, done);
    return { ...parts, connect };
  }

  function knownTarget(url: string) {
    const known = targets.get(url);
    if (known) return known;
    const target = targetOf(url);
    if (targets.size >= KNOWN_URLS_MAX) targets.clear();
    if (target) targets.set(url, target);
    return target;
  }

  function attempt(request: AttemptRequest, signal?: AbortSignal): Promise<AttemptOutcome> {
    const startedAt = new Date();
    const target = knownTarget(request.url);
    if (isClosed || signal?.aborted) return Promise.resolve(unsent(startedAt, { code: "stopped" }));
    if (!target) return Promise.resolve(unsent(startedAt, { code: "url_invalid" }));
    const requestHeaders = attemptHeaders(request, startedAt, settings.userAgent);
    return new Promise((resolve) => {
      const connection = pool.acquire(target.origin, target.connect);
      const run = new AttemptRun(
        {
          url: request.url,
          hostname: target.hostname,
          port: target.port,
          startedAt,
          requestHeaders,
          totalTimeoutMs,
          connectTimeoutMs,
          responseBytesMax,
        },
        connection,
        (outcome, isReusable) => {
          running.delete(run);
          if (signal) aborts.remove(signal, run);
          pool.release(connection, isReusable && !isClosed);
          resolve(outcome);
          if (running.size === 0) onIdle();
        },
      );
      running.add(run);
      if (signal) aborts.add(signal, run);
      connection.client.dispatch(
        { method: "POST", path: target.requestTarget, headers: requestHeaders, body: request.body },
        run,
      );
    });
  }

  return {
    async send(request, signal) {
      try {
        return await attempt(request, signal);
      } catch {
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
