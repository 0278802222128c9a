import { sql } from "@/lib/db/sql";

/** How deliveries end, or are kept, without being sent. */
export type UnsentEnd = { status: "held"; reason: null } | { status: "canceled" | "failed"; reason: string };

const CHUNK = 2_000;
const NO_EPOCH = 2_147_483_647;

const endThose = (status: "waiting" | "held", picked: string) => `
  update delivery d
  set status = $1::delivery_status, end_reason = coalesce($2, d.end_reason),
      ended_at = case when $1 = 'held' then null else now() end
  from (${picked}) picked
  where d.id = picked.id and d.status = '${status}'
  returning d.id`;

const BY_ID = endThose("waiting", "select id from unnest($3::bigint[]) as id order by id");
const byWebhook = (status: "waiting" | "held") =>
  endThose(
    status,
    `select id from delivery where webhook_id = $3 and status = '${status}' and epoch < $4
     order by id limit ${CHUNK} for no key update`,
  );
const WAITING = byWebhook("waiting");
const HELD = byWebhook("held");

/** Ends waiting deliveries without sending them. */
export async function endUnsent(ids: readonly string[], end: UnsentEnd): Promise<void> {
  await sql(BY_ID, [end.status, end.reason, ids]);
}

/**
 * Holds what waits for a webhook, some at a time.
 * @param beforeEpoch only what was recorded before this epoch began
 * @returns how many
 */
export function holdAllUnsent(webhookId: string, beforeEpoch: number): Promise<number> {
  return endAll(WAITING, webhookId, { status: "held", reason: null }, beforeEpoch);
}

/** Ends what waits for a webhook or is held for it, some at a time. @returns how many */
export async function endAllUnsent(webhookId: string, end: UnsentEnd): Promise<number> {
  const waiting = await endAll(WAITING, webhookId, end, NO_EPOCH);
  return waiting + (await endAll(HELD, webhookId, end, NO_EPOCH));
}

async function endAll(
  statement: string,
  webhookId: string,
  end: UnsentEnd,
  beforeEpoch: number,
): Promise<number> {
  let total = 0;
  for (;;) {
    const rows = await sql(statement, [end.status, end.reason, webhookId, beforeEpoch]);
    total += rows.length;
    if (rows.length < CHUNK) return total;
  }
}
