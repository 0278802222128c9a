import { sql } from "@/lib/db/sql";
import type { Deferral } from "@/lib/webhooks/lane/plan-chains";

/** Makes each due again together with the delivery it has to wait for. */
export async function deferDeliveries(deferrals: readonly Deferral[]): Promise<void> {
  if (deferrals.length === 0) return;
  await sql(
    `update delivery d set due_at = greatest(b.due_at, d.due_at)
     from unnest($1::bigint[], $2::bigint[]) as x (id, behind) join delivery b on b.id = x.behind
     where d.id = x.id and d.status = 'waiting' and b.status = 'waiting'`,
    [deferrals.map(({ id }) => id), deferrals.map(({ behind }) => behind)],
  );
}

/** Makes due at once what waited behind earlier deliveries of these resources and was never tried itself. */
export async function pullFollowers(webhookId: string, resourceIds: readonly string[]): Promise<void> {
  if (resourceIds.length === 0) return;
  await sql(
    `update delivery set due_at = now()
     where webhook_id = $1 and resource_id = any ($2) and status = 'waiting' and attempts = 0 and due_at > now()`,
    [webhookId, resourceIds],
  );
}
