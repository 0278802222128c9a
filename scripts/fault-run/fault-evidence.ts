import { db } from "@/lib/db/client";
import type { FaultReceiver } from "@/scripts/fault-run/fault-receiver";
import type { FaultScene } from "@/scripts/fault-run/fault-scenario";
import type { Outage } from "@/scripts/fault-run/fault-workers";

/** What a fault run left behind, in the database and at the receiver. */
export type Evidence = Awaited<ReturnType<typeof gatherEvidence>>;

export async function gatherEvidence(scene: FaultScene, receiver: FaultReceiver, outages: Outage[]) {
  const projectId = scene.project.id;
  const events = await db.event.findMany({ where: { projectId } });
  const deliveries = await db.delivery.findMany({ where: { projectId }, orderBy: { id: "asc" } });
  const attempts = await db.attempt.findMany({ where: { delivery: { projectId } }, orderBy: { id: "asc" } });
  const lanes = await lanesOf(projectId);
  const webhookOf = new Map(deliveries.map(({ id, webhookId }) => [`dlv_${id}`, webhookId]));
  const requests = receiver.requests.map((request) => {
    const deliveryId = String(request.headers["starwire-delivery"]);
    return {
      ...request,
      deliveryId,
      webhookId: webhookOf.get(deliveryId) ?? "",
      eventId: String(request.headers["webhook-id"]),
      attempt: Number(request.headers["starwire-attempt"]),
      worker: String(request.headers["user-agent"]),
    };
  });
  return { scene, outages, events, deliveries, attempts, lanes, requests };
}

/** At rest: nobody holds the lane, and nobody is to take it, not even over from a holder that died. */
export function lanesOf(projectId: string) {
  return db.$queryRaw<{ webhookId: string; isAtRest: boolean }[]>`
    select l.webhook_id as "webhookId", l.token is null and l.ready_at = 'infinity' as "isAtRest"
    from lane l join webhook w on w.id = l.webhook_id where w.project_id = ${projectId}`;
}

/** A worker that was killed, or frozen, at some time up to then. */
export function wasOut({ outages }: Evidence, worker: string, untilMs: number): boolean {
  return outages.some((outage) => outage.worker === worker && outage.fromMs <= untilMs);
}

/** Rows by a key, in their order. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
