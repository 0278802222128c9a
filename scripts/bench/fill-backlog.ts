import { sqlPool } from "@/lib/db/sql";
import { newId } from "@/lib/ids";
import { buildEnvelope } from "@/lib/webhooks/envelope";
import { reviewSample } from "@/lib/webhooks/review-payload";

type Project = { id: string; name: string; slug: string };

const BATCH = 2_000;

/**
 * Recorded events of as many reviews, each with its delivery to this webhook: what a long outage leaves behind. One
 * transaction, so that all of it is there at once.
 */
export async function fillBacklog(project: Project, webhookId: string, count: number): Promise<void> {
  const client = await sqlPool().connect();
  await client.query("begin");
  for (let done = 0; done < count; done += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - done) }, () => newEvent(project));
    await client.query(INSERT, [JSON.stringify(rows), project.id, webhookId]);
  }
  await client.query("commit");
  client.release();
}

const INSERT = `
  with x as (select * from json_to_recordset($1) as x (id text, review text, body text)),
  e as (
    insert into event (id, project_id, type, resource_type, resource_id, revision, body)
    select id, $2, 'review-created', 'review', review, 1, body from x
    returning id, resource_id
  )
  insert into delivery (project_id, webhook_id, event_id, event_type, resource_id, revision)
  select $2, $3, id, 'review-created', resource_id, 1 from e`;

function newEvent(project: Project) {
  const id = newId("evt");
  const review = newId("rev");
  const data = { ...reviewSample, id: review };
  const change = { changes: null, previous: null, reason: null };
  const body = buildEnvelope({
    id,
    type: "review-created",
    createdAt: new Date(),
    isTest: false,
    project,
    data,
    ...change,
  });
  return { id, review, body };
}
