import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { countMissed } from "@/lib/webhooks/missed-events";
import { MISSED_COUNT_MAX } from "@/lib/webhooks/schema";

/**
 * Per webhook that is on: how many events of its undecided off times Send would send and Skip would drop. Webhooks
 * without any are left out. Neither what was held nor what was missed is counted further than one past the maximum.
 * @param only the id of the one that is asked for
 */
export async function countUndecided(projectId: string, only?: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; count: number }[]>`
    select w.id, (select count(*) from (
                    select from delivery d where d.webhook_id = w.id and d.status = 'held'
                    limit ${MISSED_COUNT_MAX + 1}
                  ) held)::int + ${countMissed} as count
    from webhook w
    where w.project_id = ${projectId} and w.deleted_at is null and w.is_on
      ${only === undefined ? Prisma.empty : Prisma.sql`and w.id = ${only}`}
      and exists (select from webhook_pause p where p.webhook_id = w.id and p.decision is null)`;
  return new Map(rows.filter(({ count }) => count > 0).map(({ id, count }) => [id, count]));
}
