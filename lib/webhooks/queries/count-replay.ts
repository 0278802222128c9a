import type { Access } from "@/lib/auth/access";
import { db, type Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { REPLAY_MAX, type ReplayInput } from "@/lib/webhooks/replay-schema";
import { type ReplaySelection, replayableEvents, selectedDeliveries } from "@/lib/webhooks/replay-selection";

/** What a replay of this would send, without sending it. @throws AppError `not_found`; `replay_too_large` */
export async function countReplay(access: Access, input: ReplayInput): Promise<{ events: number }> {
  const { projectId } = access;
  const webhook = await db.webhook.count({ where: { id: input.webhookId, projectId, deletedAt: null } });
  if (webhook === 0) throw new AppError("not_found");
  return { events: await countSelected(db, selectionOf(input)) };
}

export function selectionOf(input: ReplayInput): ReplaySelection {
  return {
    webhookId: input.webhookId,
    statuses: input.statuses,
    eventTypes: input.types,
    fromAt: input.from,
    untilAt: input.until ?? new Date(),
  };
}

/** Distinct events; each is sent once however many deliveries it has had. @throws AppError `replay_too_large` */
export async function countSelected(tx: Tx, selection: ReplaySelection): Promise<number> {
  const [row] = await tx.$queryRaw<{ deliveries: number; events: number }[]>`
    with d as materialized (${selectedDeliveries(selection, REPLAY_MAX + 1)})
    select (select count(*) from d)::int as deliveries, count(distinct d.event_id)::int as events
    from d join ${replayableEvents(selection.webhookId)}`;
  if ((row?.deliveries ?? 0) > REPLAY_MAX) throw new AppError("replay_too_large");
  return row?.events ?? 0;
}
