import { db } from "@/lib/db/client";
import { keepBack } from "@/lib/webhooks/lane/keep-back";

/**
 * After a webhook went off or was deleted: keeps back what waits for it, some at a time, so that however much it is, it
 * never keeps the switch itself from taking effect. Cut off half-way, lanes do the rest when they come to it.
 */
export async function keepBackPending(webhook: { webhookId: string; projectId: string }): Promise<void> {
  const { webhookId, projectId } = webhook;
  const settings = await db.webhook.findFirst({
    where: { id: webhookId, projectId },
    select: { isOn: true, epoch: true, deletedAt: true },
  });
  if (!settings) return;
  const { isOn, epoch, deletedAt } = settings;
  await keepBack(webhookId, { isOn, epoch, isDeleted: deletedAt !== null });
}
