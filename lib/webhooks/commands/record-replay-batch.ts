import { db, type Tx } from "@/lib/db/client";
import type { Replay } from "@/lib/db/generated/client";
import { SLOW_TRANSACTION } from "@/lib/webhooks/commands/slow-transaction";
import { replayableEvents, selectedDeliveries } from "@/lib/webhooks/replay-selection";
import { wakeRelay } from "@/lib/webhooks/wake-relay";

const BATCH = 1_000;

/**
 * Records the next deliveries of a replay, and how far it has come, in one transaction: a batch is recorded once however
 * often it is tried. Ends the replay when nothing is left, or when its webhook is off or deleted.
 * @returns whether there is more to record
 */
export async function recordReplayBatch(replayId: string): Promise<{ recorded: number; hasMore: boolean }> {
  const batch = await db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from replay where id = ${replayId} for update`;
    const replay = await tx.replay.findFirst({
      where: { id: replayId, status: "running" },
      include: { webhook: { select: { isOn: true, deletedAt: true, epoch: true } } },
    });
    if (!replay) return null;
    const { webhook } = replay;
    if (!webhook.isOn || webhook.deletedAt) return end(tx, replay, "stopped", 0);
    const looked = await recordNext(tx, replay, webhook.epoch);
    if (looked.count < BATCH || looked.lastId === null) return end(tx, replay, "done", looked.recorded);
    await tx.replay.update({
      where: { id: replay.id },
      data: {
        cursorAt: looked.lastAt,
        cursorId: looked.lastId,
        recorded: { increment: looked.recorded },
        updatedAt: new Date(),
      },
    });
    return { projectId: replay.projectId, recorded: looked.recorded, hasMore: true };
  }, SLOW_TRANSACTION);
  if (!batch) return { recorded: 0, hasMore: false };
  if (batch.recorded > 0) wakeRelay(batch.projectId);
  return { recorded: batch.recorded, hasMore: batch.hasMore };
}

type Looked = { count: number; recorded: number; lastAt: Date | null; lastId: bigint | null };

async function recordNext(tx: Tx, replay: Replay, epoch: number): Promise<Looked> {
  const { cursorAt, cursorId, webhookId } = replay;
  const after = cursorAt && cursorId !== null ? { at: cursorAt, id: cursorId } : null;
  const [looked] = await tx.$queryRaw<Looked[]>`
    with d as materialized (${selectedDeliveries(replay, BATCH, after)}),
    recorded as (
      insert into delivery (project_id, webhook_id, event_id, replay_id, event_type, resource_id, revision, epoch, prio)
      select distinct on (e.id) e.project_id, ${webhookId}, e.id, ${replay.id}, e.type, e.resource_id, e.revision,
             ${epoch}::int, 2
      from d join ${replayableEvents(webhookId)}
      order by e.id
      on conflict (webhook_id, event_id, replay_id) do nothing
      returning id
    ), last as (select id, created_at from d order by created_at desc, id desc limit 1)
    select (select count(*) from d)::int as count, (select count(*) from recorded)::int as recorded,
           (select created_at from last) as "lastAt", (select id from last) as "lastId"`;
  return looked ?? { count: 0, recorded: 0, lastAt: null, lastId: null };
}

async function end(tx: Tx, { id, projectId }: Replay, status: "done" | "stopped", recorded: number) {
  const now = new Date();
  await tx.replay.update({
    where: { id },
    data: { status, recorded: { increment: recorded }, updatedAt: now, endedAt: now },
  });
  return { projectId, recorded, hasMore: false };
}
