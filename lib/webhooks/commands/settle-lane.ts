import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { LANE_TIMING } from "@/lib/webhooks/lane/lane-timing";

const MARGIN_MS = 50;

/**
 * Resolves once no request can begin any more on the settings before the last committed change: at once when nobody
 * serves the lane, otherwise when its holder must have read the new ones.
 */
export async function settleLane(webhookId: string): Promise<void> {
  await settle({ webhookId });
}

/** The same for every webhook of a project. */
export async function settleLanes(projectId: string): Promise<void> {
  await settle({ webhook: { projectId } });
}

/** The same for lanes that went with their project, of which nothing tells any more whether somebody serves them. */
export async function settleGoneLanes(): Promise<void> {
  await sleep(LANE_TIMING.settingsAgeMaxMs + MARGIN_MS);
}

async function settle(where: Prisma.LaneWhereInput): Promise<void> {
  const open = await db.lane.findFirst({ where: { ...where, opened: true }, select: { webhookId: true } });
  if (open) await settleGoneLanes();
}
