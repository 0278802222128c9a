import { db } from "@/lib/db/client";

/** Per webhook that is on: how many events Send would send and Skip would drop. Webhooks without any are left out. */
export async function countUndecided(projectId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; count: number }[]>`
    select w.id, count(*)::int as count
    from webhook w join delivery d on d.webhook_id = w.id and d.status = 'held'
    where w.project_id = ${projectId} and w.deleted_at is null and w.is_on
    group by w.id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
