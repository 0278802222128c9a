import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { keepBackPending } from "@/lib/webhooks/commands/keep-back-pending";
import { lockWebhook } from "@/lib/webhooks/commands/lock-webhook";
import { settleLane } from "@/lib/webhooks/commands/settle-lane";
import { SLOW_TRANSACTION } from "@/lib/webhooks/commands/slow-transaction";
import { stopReplays } from "@/lib/webhooks/commands/stop-replays";

/**
 * Deletes a webhook: nothing more is sent, what was pending is canceled, its secrets go. The log stays readable for as
 * long as deliveries are kept.
 * @throws AppError `not_found`, also when it was deleted before.
 */
export async function deleteWebhook(access: Access, input: { webhookId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const webhook = await lockWebhook(tx, access, input.webhookId);
    await tx.webhook.update({
      where: { id: webhook.id },
      data: { deletedAt: new Date(), configVersion: { increment: 1 } },
    });
    await stopReplays(tx, webhook.id);
    await tx.webhookSecret.deleteMany({ where: { webhookId: webhook.id } });
    await recordAudit(tx, access, {
      action: "webhook.deleted",
      target: { id: webhook.id, name: webhook.url },
    });
  }, SLOW_TRANSACTION);
  await settleLane(input.webhookId);
  await keepBackPending({ webhookId: input.webhookId, projectId: access.projectId });
}
