import { db, type Tx } from "@/lib/db/client";
import { redactedBody } from "@/lib/webhooks/redacted-body";

type Erased = { projectId: string; customerId: string; resourceIds: readonly string[] };

/**
 * Before the last events of an erased customer's reviews and messages are recorded: what waits to be sent about them is
 * dropped, and the log forgets what it said about the person, in payloads and in answers. A `*-deleted` that still waits
 * stays, without personal data. Who is sending at this moment drops what they had taken (see settleLanes).
 */
export async function redactEvents(tx: Tx, erased: Erased): Promise<void> {
  const { projectId, customerId, resourceIds } = erased;
  // Webhooks before deliveries, as every change of a webhook locks them.
  await tx.$queryRaw`
    select 1 from webhook where project_id = ${projectId} and deleted_at is null order by id for no key update`;
  await tx.$executeRaw`
    update webhook set config_version = config_version + 1
    where project_id = ${projectId} and deleted_at is null`;
  const events = await tx.event.findMany({
    where: {
      projectId,
      isTest: false,
      erasedAt: null,
      OR: [{ customerId }, { resourceId: { in: [...resourceIds] } }],
    },
    select: { id: true, type: true, body: true },
  });
  const ids = events.map(({ id }) => id);
  const isLast = (type: string) => type.endsWith("-deleted");
  const dropped = events.filter(({ type }) => !isLast(type)).map(({ id }) => id);
  // All of them at once, in the order in which outcomes are recorded.
  await tx.$queryRaw`
    select 1 from delivery where event_id = any (${ids}) and project_id = ${projectId} order by id for no key update`;
  await tx.$executeRaw`
    update delivery set status = 'canceled', end_reason = 'the customer was erased', ended_at = now()
    where event_id = any (${dropped}) and project_id = ${projectId} and status in ('waiting', 'held')`;
  await tx.$executeRaw`
    update event e
    set body = x.body, customer_id = null, redacted_at = now(), erased_at = case when x.is_erased then now() end
    from unnest(
      ${ids}::text[],
      ${events.map(({ body }) => redactedBody(body))}::text[],
      ${events.map(({ type }) => !isLast(type))}::bool[]
    ) as x (id, body, is_erased)
    where e.id = x.id and e.project_id = ${projectId}`;
  await forgetAnswers(tx, ids);
}

/**
 * Empties answers that came in after their event was erased: to requests that were on the wire at that moment.
 * @returns how many
 */
export async function redactLateAnswers(): Promise<number> {
  const recent = await db.event.findMany({
    where: { redactedAt: { gt: new Date(Date.now() - 3_600_000) } },
    select: { id: true },
  });
  return forgetAnswers(
    db,
    recent.map(({ id }) => id),
  );
}

/** Headers and bodies, and where a redirect led: whatever a receiver wrote. */
async function forgetAnswers(tx: Tx, eventIds: string[]): Promise<number> {
  await tx.$executeRaw`
    update delivery set last_error = 'Redirected' where event_id = any (${eventIds}) and last_error like 'Redirects to %'`;
  return tx.$executeRaw`
    update attempt a
    set response_headers = null, response_body = null,
        error = case when a.error_code = 'redirected' then 'Redirected' else a.error end
    from delivery d
    where d.event_id = any (${eventIds}) and a.delivery_id = d.id
      and (a.response_body is not null or a.response_headers is not null)`;
}
