import { sql } from "@/lib/db/sql";

/** How deliveries end, or are kept, without being sent. */
export type UnsentEnd = { status: "held"; reason: null } | { status: "canceled" | "failed"; reason: string };

const CHUNK = 2_000;
const NO_EPOCH = 2_147_483_647;

const endThose = (picked: string) => `
  update delivery d
  set status = $1::delivery_status, end_reason = coalesce($2, d.end_reason),
      ended_at = case when $1 = 'held' then null else now() end
  from (${picked}) picked
  where d.id = picked.id and d.status = 'waiting'
  returning d.id`;

const BY_ID = endThose("select id from unnest($3::bigint[]) as id order by id");
const BY_WEBHOOK = endThose(`
  select id from delivery where webhook_id = $3 and status = 'waiting' and epoch < $4
  order by id limit ${CHUNK} for no key update`);

/** Ends waiting deliveries without sending them. */
export async function endUnsent(ids: readonly string[], end: UnsentEnd): Promise<void> {
  await sql(BY_ID, [end.status, end.reason, ids]);
}

/**
 * Ends all that waits for a webhook.
 * @param beforeEpoch only what was recorded before this epoch began
 * @returns how many
 */
export async function endAllUnsent(
  webhookId: string,
  end: UnsentEnd,
  beforeEpoch = NO_EPOCH,
): Promise<number> {
  let total = 0;
  for (;;) {
    const rows = await sql(BY_WEBHOOK, [end.status, end.reason, webhookId, beforeEpoch]);
    total += rows.length;
    if (rows.length < CHUNK) return total;
  }
}
