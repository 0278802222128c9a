import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { lockWebhook } from "@/lib/webhooks/commands/lock-webhook";
import { settleLane } from "@/lib/webhooks/commands/settle-lane";
import { SLOW_TRANSACTION } from "@/lib/webhooks/commands/slow-transaction";

/**
 * Stops a replay: what it has not sent isn't sent. A request on the wire may end. Canceling one that has ended changes
 * nothing.
 * @returns how many deliveries were taken back
 * @throws AppError `not_found`
 */
export async function cancelReplay(
  access: Access,
  input: { replayId: string },
): Promise<{ canceled: number }> {
  const where = { id: input.replayId, projectId: access.projectId };
  const replay = await db.replay.findFirst({ where });
  if (!replay) throw new AppError("not_found");
  const canceled = await db.$transaction(async (tx) => {
    const webhook = await lockWebhook(tx, access, replay.webhookId);
    await tx.$queryRaw`select id from replay where id = ${replay.id} for update`;
    // In the order in which outcomes are recorded.
    const count = await tx.$executeRaw`
      update delivery set status = 'canceled', end_reason = 'replay canceled', ended_at = now()
      where id in (
        select id from delivery
        where replay_id = ${replay.id} and replay_id <> '' and status in ('waiting', 'held')
        order by id for no key update
      )`;
    const isRunning = await tx.replay.count({ where: { ...where, status: "running" } });
    if (count > 0 || isRunning > 0) {
      await tx.replay.update({ where, data: { status: "canceled", endedAt: new Date() } });
      await recordAudit(tx, access, {
        action: "webhook.replay_canceled",
        target: { id: webhook.id, name: webhook.url },
      });
      // Whoever is sending drops what it had taken.
      await tx.webhook.update({ where: { id: webhook.id }, data: { configVersion: { increment: 1 } } });
    }
    return count;
  }, SLOW_TRANSACTION);
  await settleLane(replay.webhookId);
  return { canceled };
}
