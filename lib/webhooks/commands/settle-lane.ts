import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db/client";
import { LANE_TIMING } from "@/lib/webhooks/lane/lane-timing";

const MARGIN_MS = 50;

/**
 * Resolves once no request can begin any more on the settings before the last committed change: at once when nobody
 * serves the lane, otherwise when its holder must have read the new ones.
 */
export async function settleLane(webhookId: string): Promise<void> {
  const lane = await db.lane.findUnique({ where: { webhookId }, select: { opened: true } });
  if (lane?.opened) await sleep(LANE_TIMING.settingsAgeMaxMs + MARGIN_MS);
}
