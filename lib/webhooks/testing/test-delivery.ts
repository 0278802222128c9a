import { LANE_QUOTAS } from "@/lib/webhooks/lane/claim-lanes";
import type { LaneReport } from "@/lib/webhooks/lane/lane-report";
import { LANE_TIMING, type LaneTiming } from "@/lib/webhooks/lane/lane-timing";
import { type LaneTools, serveLane } from "@/lib/webhooks/lane/serve-lane";
import { createWebhookSender } from "@/lib/webhooks/http-attempt";
import { startRelay } from "@/lib/webhooks/relay/relay";

/** Relay and lanes in this process, with each claimed lane served directly instead of by an Inngest run. */
export function startTestDelivery(
  given: Partial<Omit<LaneTools, "timing" | "sender">> & {
    timing?: Partial<LaneTiming>;
    attemptTimeoutMs?: number;
    dnsServers?: string[];
    allowedNets?: string[];
    onReport?: (webhookId: string, report: LaneReport) => void;
  } = {},
) {
  const stopping = new AbortController();
  const timing = { ...LANE_TIMING, alarmMinMs: Number.MAX_SAFE_INTEGER / 1e6, ...given.timing };
  const sender = createWebhookSender({
    userAgent: "Starwire-Webhooks/test",
    allowedNets: given.allowedNets ?? ["127.0.0.0/8"],
    dnsServers: given.dnsServers ?? [],
    testReceiver: () => null,
    totalTimeoutMs: given.attemptTimeoutMs ?? 15_000,
  });
  const tools: LaneTools = {
    sender,
    timing,
    delaysSeconds: given.delaysSeconds ?? [5, 30, 120],
    thresholds: given.thresholds ?? {
      disableAfterHours: 120,
      disableAfterHoursNeverSucceeded: 72,
      minAttempts: 10,
      minEvents: 2,
      minSpanHours: 12,
      noticeAfterHours: [24, 72],
    },
    stopping: stopping.signal,
    random: given.random ?? Math.random,
    runId: given.runId ?? null,
  };
  const running = new Set<Promise<unknown>>();
  const relay = startRelay({
    timing,
    quotas: LANE_QUOTAS,
    startRuns: async (lanes) => {
      for (const { webhookId, token } of lanes) {
        const served = serveLane({ webhookId, token }, tools).then((report) =>
          given.onReport?.(webhookId, report),
        );
        running.add(served);
        void served.finally(() => running.delete(served));
      }
    },
  });
  return {
    async stop(): Promise<void> {
      await relay.stop();
      stopping.abort();
      await Promise.allSettled(running);
      await sender.close();
    },
  };
}
