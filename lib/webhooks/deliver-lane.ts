import { setMaxListeners } from "node:events";
import { env } from "@/lib/env";
import type { WebhookSender } from "@/lib/webhooks/attempt-outcome";
import { healthThresholds } from "@/lib/webhooks/health-thresholds";
import type { LaneReport } from "@/lib/webhooks/lane/lane-report";
import { LANE_TIMING } from "@/lib/webhooks/lane/lane-timing";
import { serveLane } from "@/lib/webhooks/lane/serve-lane";
import { createInstallationSender } from "@/lib/webhooks/webhook-sender";

const stopping = new AbortController();
setMaxListeners(0, stopping.signal);
/** Aborted when what is on the wire may not even end. */
const cutting = new AbortController();
const running = new Set<Promise<unknown>>();
let installation: WebhookSender | undefined;

/**
 * Serves one claimed lane with this process's sender and environment.
 * @param runId of the Inngest run; noted with the attempts when its dashboard exists
 */
export async function deliverLane(
  wake: { webhookId: string; token: string },
  runId: string,
): Promise<LaneReport> {
  const sender = (installation ??= createInstallationSender());
  const served = serveLane(wake, {
    sender: { ...sender, send: (request) => sender.send(request, cutting.signal) },
    timing: LANE_TIMING,
    delaysSeconds: env().WEBHOOK_RETRY_DELAYS,
    thresholds: healthThresholds(),
    stopping: stopping.signal,
    random: Math.random,
    runId: env().ENGINE === "inngest" ? runId : null,
  });
  running.add(served);
  try {
    return await served;
  } finally {
    running.delete(served);
  }
}

/** Begins no more requests; resolves when those on the wire have ended, are recorded, and the lanes are handed back. */
export async function stopDelivering(): Promise<void> {
  stopping.abort();
  await Promise.allSettled(running);
  await installation?.close();
}

/** Cuts off what is on the wire: recorded as our side's fault and sent again by whoever serves the lane next. */
export function cutRequestsShort(): void {
  cutting.abort();
}
