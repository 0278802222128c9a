import { sql } from "@/lib/db/sql";

/** The most urgent class of a lane's due deliveries; no row when none is due. */
const DUE = `
  select p.prio from (values (-1), (0), (1), (2)) as p (prio)
  where exists (
    select from delivery d
    where d.webhook_id = l.webhook_id and d.status = 'waiting' and d.prio = p.prio and d.due_at <= now()
  )
  order by p.prio limit 1`;

const RANK = "case when due.prio < 0 then 0 when due.prio = 0 and l.streak >= 5 then 1 else due.prio end";

const WAKE = `
  update lane l
  set wakes = l.wakes + 1, rank = case when l.token is null then ${RANK} else l.rank end,
      ready_at = case
        when l.token is not null then l.ready_at
        when due.prio < 0 then least(l.ready_at, now())
        else least(l.ready_at, greatest(now(), l.probe_at)) end
  from (
    select l.webhook_id, due.prio
    from webhook w join lane l on l.webhook_id = w.id cross join lateral (${DUE}) due
    where w.project_id = any ($1)
  ) due
  where l.webhook_id = due.webhook_id
  returning l.token is null as is_free`;

/**
 * A hint came: lanes of these projects with due work are to be served; those that are leased will look again.
 * @returns whether there are any that nobody serves
 */
export async function wakeLanes(projectIds: readonly string[]): Promise<boolean> {
  const rows = await sql<{ is_free: boolean }>(WAKE, [projectIds]);
  return rows.some((lane) => lane.is_free);
}

const SWEEP = `
  update lane l
  set ready_at = case when due.prio < 0 then now() else greatest(now(), l.probe_at) end, rank = ${RANK}
  from (
    select l.webhook_id, due.prio
    from lane l cross join lateral (${DUE}) due
    where l.token is null and (due.prio < 0 or l.probe_at is null or l.probe_at < l.ready_at)
      and l.ready_at > now() + case when l.streak >= 5 then interval '90 seconds' else interval '2 seconds' end
  ) due
  where l.webhook_id = due.webhook_id and l.token is null
  returning l.webhook_id`;

/**
 * Finds lanes with due work that nobody announced. This alone guarantees that nothing waits for ever; its cost grows
 * with the number of webhooks, not with the backlog.
 * @returns how many were found
 */
export async function sweepLanes(): Promise<number> {
  const rows = await sql(SWEEP);
  return rows.length;
}
