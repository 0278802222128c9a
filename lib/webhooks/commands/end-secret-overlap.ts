import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { lockWebhook } from "@/lib/webhooks/commands/lock-webhook";
import { settleLane } from "@/lib/webhooks/commands/settle-lane";

/**
 * Ends the time in which replaced signing secrets sign as well: once this has returned, requests carry the present one's
 * signature alone. Without such a time it changes nothing.
 * @throws AppError `not_found`.
 */
export async function endSecretOverlap(
  access: Access,
  input: { webhookId: string },
): Promise<{ ended: boolean }> {
  const ended = await db.$transaction(async (tx) => {
    const webhook = await lockWebhook(tx, access, input.webhookId);
    const { count } = await tx.webhookSecret.deleteMany({
      where: { webhookId: webhook.id, expiresAt: { gt: new Date() } },
    });
    if (count === 0) return false;
    await tx.webhook.update({ where: { id: webhook.id }, data: { configVersion: { increment: 1 } } });
    await recordAudit(tx, access, {
      action: "webhook.secret_overlap_ended",
      target: { id: webhook.id, name: webhook.url },
    });
    return true;
  });
  if (ended) await settleLane(input.webhookId);
  return { ended };
}
