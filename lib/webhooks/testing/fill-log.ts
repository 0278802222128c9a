import { sqlPool } from "@/lib/db/sql";

/**
 * A log as months of work leave it, in one statement per table: one event a second back from now, 90 % delivered, six
 * types from very common to very rare, ten events of each resource, and one attempt of each delivery. The first webhook
 * gets six of ten deliveries. Needs a superuser, since nothing checks foreign keys meanwhile.
 */
export async function fillLog(
  projectId: string,
  webhookIds: readonly string[],
  count: number,
): Promise<void> {
  const client = await sqlPool().connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query(EVENTS, [count, projectId]);
    await client.query(DELIVERIES, [count, projectId, webhookIds]);
    await client.query(ATTEMPTS, [projectId]);
    await client.query("reset session_replication_role");
  } finally {
    client.release();
  }
  await sqlPool().query("vacuum (analyze) event, delivery, attempt");
}

/**
 * Beside a filled log: one review that was changed so many times, each change delivered to every webhook.
 * @returns its id
 */
export async function fillBusyReview(
  projectId: string,
  webhookIds: readonly string[],
  revisions: number,
): Promise<string> {
  const reviewId = `rev_${"busy".padStart(26, "0")}`;
  await sqlPool().query(BUSY_EVENTS, [revisions, projectId, reviewId]);
  await sqlPool().query(BUSY_DELIVERIES, [revisions, projectId, reviewId, webhookIds]);
  await sqlPool().query("vacuum (analyze) event, delivery");
  return reviewId;
}

const eventId = "'evt_' || lpad(n::text, 26, '0')";
const resourceId = "'rev_' || lpad((n / 10)::text, 26, '0')";
const at = "now() - ($1 - n) * interval '1 second'";
const type = `case when n % 1000 = 0 then 'review-deleted' when n % 100 = 1 then 'message-deleted'
  when n % 10 = 2 then 'review-updated' when n % 10 = 3 then 'review-created'
  when n % 10 < 6 then 'message-created' else 'message-updated' end`;

const EVENTS = `
  insert into event (id, project_id, type, resource_type, resource_id, revision, body, customer_id, created_at)
  select ${eventId}, $2, ${type}, 'review', ${resourceId}, n % 10 + 1, repeat('{"some": "json"}', 50),
         'cus_' || lpad((n / 30)::text, 26, '0'), ${at}
  from generate_series(1, $1::int) n`;

const DELIVERIES = `
  insert into delivery (project_id, webhook_id, event_id, event_type, resource_id, revision, status, attempts,
                        last_status, last_error, last_ms, created_at, ended_at, due_at)
  select $2, case when n % 10 < 6 then ($3::text[])[1] else ($3::text[])[1 + n % cardinality($3::text[])] end,
         ${eventId}, ${type}, ${resourceId}, n % 10 + 1, status::delivery_status,
         case when status in ('held', 'canceled') then 0 else 1 end, code,
         case when status <> 'delivered' then 'Answered 500' end, 20 + n % 300, ${at},
         case when status in ('waiting', 'held') then null else ${at} end,
         case when status = 'waiting' then now() + interval '1 day' else ${at} end
  from generate_series(1, $1::int) n
  cross join lateral (select case when n % 100 < 88 then 'delivered' when n % 100 < 97 then 'failed'
    when n % 100 = 97 then 'held' when n % 100 = 98 then 'canceled' else 'waiting' end as status) s
  cross join lateral (select case when status = 'delivered' then 200 when status in ('held', 'canceled') then null
    when n % 7 = 0 then 404 when n % 50 = 3 then 302 when n % 11 = 0 then null else 500 end as code) c`;

const ATTEMPTS = `
  insert into attempt (delivery_id, number, url, started_at, duration_ms, first_byte_ms, status_code, response_body)
  select id, 1, 'https://example.com/hooks', created_at, last_ms, last_ms - 5, last_status, 'ok' from delivery
  where project_id = $1 and attempts > 0`;

const BUSY_EVENTS = `
  insert into event (id, project_id, type, resource_type, resource_id, revision, body, created_at)
  select 'evt_busy' || n, $2, case n when 1 then 'review-created' else 'review-updated' end, 'review', $3, n, '{}', ${at}
  from generate_series(1, $1::int) n`;

const BUSY_DELIVERIES = `
  insert into delivery (project_id, webhook_id, event_id, event_type, resource_id, revision, status, attempts,
                        last_status, created_at, ended_at)
  select $2, webhook_id, 'evt_busy' || n, case n when 1 then 'review-created' else 'review-updated' end, $3, n,
         case when n % 10 = 0 then 'failed' else 'delivered' end::delivery_status, 1,
         case when n % 10 = 0 then 500 else 200 end, ${at}, ${at}
  from generate_series(1, $1::int) n cross join unnest($4::text[]) webhook_id order by n`;
