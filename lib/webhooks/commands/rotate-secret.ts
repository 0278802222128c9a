import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { addSecret, type MadeSecret } from "@/lib/webhooks/commands/add-secret";
import { lockWebhook } from "@/lib/webhooks/commands/lock-webhook";
import { replacedSecretExpiresAt } from "@/lib/webhooks/signing-secret";

/**
 * Makes a new signing secret. For 24 hours requests carry a signature of each, so that the receiver can change over.
 * @throws AppError `not_found`.
 */
export async function rotateSecret(
  access: Access,
  input: { webhookId: string },
): Promise<MadeSecret & { previousUntil: Date }> {
  return db.$transaction(async (tx) => {
    const webhook = await lockWebhook(tx, access, input.webhookId);
    const previousUntil = replacedSecretExpiresAt(new Date());
    await tx.webhookSecret.updateMany({
      where: { webhookId: webhook.id, expiresAt: null },
      data: { expiresAt: previousUntil },
    });
    const made = await addSecret(tx, webhook.id);
    await tx.webhook.update({ where: { id: webhook.id }, data: { configVersion: { increment: 1 } } });
    await recordAudit(tx, access, {
      action: "webhook.secret_rotated",
      target: { id: webhook.id, name: webhook.url },
    });
    return { ...made, previousUntil };
  });
}
