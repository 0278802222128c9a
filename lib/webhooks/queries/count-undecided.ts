import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { countMissed } from "@/lib/webhooks/missed-events";

/** Per webhook that is on: how many events Send would send and Skip would drop. Webhooks without any are left out. */
export async function countUndecided(projectId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; count: number }[]>`
    select * from (
      select w.id, (
        (select count(*) from delivery d where d.webhook_id = w.id and d.status = 'held')
        + ${countMissed(Prisma.sql`pause.since`)}
      )::int as count
      from webhook w cross join lateral (
        select min(off_at) as since from webhook_pause where webhook_id = w.id and decision is null
      ) pause
      where w.project_id = ${projectId} and w.deleted_at is null and w.is_on and pause.since is not null
    ) undecided where count > 0`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
