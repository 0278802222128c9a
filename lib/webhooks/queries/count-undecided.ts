import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { countMissed } from "@/lib/webhooks/missed-events";

/**
 * Per webhook that is on: how many events of its undecided off times Send would send and Skip would drop. Webhooks
 * without any are left out.
 * @param only the id of the one that is asked for
 */
export async function countUndecided(projectId: string, only?: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; count: number }[]>`
    select w.id, (select count(*) from delivery d where d.webhook_id = w.id and d.status = 'held')::int
                 + ${countMissed} as count
    from webhook w
    where w.project_id = ${projectId} and w.deleted_at is null and w.is_on
      ${only === undefined ? Prisma.empty : Prisma.sql`and w.id = ${only}`}
      and exists (select from webhook_pause p where p.webhook_id = w.id and p.decision is null)`;
  return new Map(rows.filter(({ count }) => count > 0).map(({ id, count }) => [id, count]));
}
