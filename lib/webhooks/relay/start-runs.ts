import { inngest } from "@/inngest/client";
import { laneReady } from "@/inngest/events";
import type { ClaimedLane } from "@/lib/webhooks/lane/claim-lanes";

/**
 * Sends one Inngest event per claimed lane. The token is the event's id: fresh at every claim, so that Inngest's dedup
 * swallows a doubled wake and never a new one.
 */
export async function startRuns(lanes: readonly ClaimedLane[]): Promise<void> {
  await inngest.send(
    lanes.map(({ webhookId, token, url }) =>
      laneReady.create({ webhookId, token, host: new URL(url).host }, { id: token }),
    ),
  );
}
