import { db } from "@/lib/db/client";
import { type Arrivals, type Evidence, pairKey } from "./judge-arrivals";
import type { Kill } from "./kill-processes";

/** The rows that the kill test counts: events, and the attempts on record. */
export async function gatherEvidence(
  projectId: string,
  receivers: readonly Arrivals[],
  kills: readonly Kill[],
): Promise<Evidence & { waiting: number }> {
  const events = await db.event.findMany({ where: { projectId }, select: { id: true, body: true } });
  const deliveries = await db.delivery.findMany({
    where: { projectId },
    select: { webhookId: true, eventId: true, status: true, _count: { select: { attemptList: true } } },
  });
  return {
    events,
    receivers,
    recorded: new Map(deliveries.map((one) => [pairKey(one.webhookId, one.eventId), one._count.attemptList])),
    kills,
    waiting: deliveries.filter(({ status }) => status === "waiting").length,
  };
}
