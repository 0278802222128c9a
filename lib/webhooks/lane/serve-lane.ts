import { performance } from "node:perf_hooks";
import type { WebhookSender } from "@/lib/webhooks/attempt-outcome";
import type { LaneTiming } from "@/lib/webhooks/lane/lane-timing";
import { emptyReport, type LaneReport } from "@/lib/webhooks/lane/lane-report";
import { LaneRun } from "@/lib/webhooks/lane/lane-run";
import { openLane } from "@/lib/webhooks/lane/open-lane";
import type { HealthThresholds } from "@/lib/webhooks/webhook-health";

export type LaneTools = {
  sender: WebhookSender;
  timing: LaneTiming;
  /** `WEBHOOK_RETRY_DELAYS` */
  delaysSeconds: readonly number[];
  thresholds: HealthThresholds;
  /** Aborted when the process is to end: nothing more begins, what runs may end. */
  stopping: AbortSignal;
  random: () => number;
  /** The Inngest run that serves the lane, for links to its dashboard; null when there is none. */
  runId: string | null;
};

/**
 * Serves one claimed lane: opens it by its token, sends what is due and records the outcomes, for as long as there is
 * work and the budget lasts, then hands it back. At most one caller at a time gets past the opening.
 */
export async function serveLane(
  wake: { webhookId: string; token: string },
  tools: LaneTools,
): Promise<LaneReport> {
  if (tools.stopping.aborted) return emptyReport("stale");
  const openedAtMs = performance.now();
  const opened = await openLane(wake.webhookId, wake.token, tools.timing.leaseMs);
  if (!opened) return emptyReport("stale");
  return new LaneRun(wake.webhookId, opened, openedAtMs, tools).serve();
}
