import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { encryption } from "@/lib/encryption";
import { AppError } from "@/lib/errors";
import type { MadeSecret } from "@/lib/webhooks/commands/add-secret";
import { decryptSigningSecret, validSecretsAt } from "@/lib/webhooks/signing-secret";

/**
 * The present signing secret in clear, for who may manage webhooks. The audit log says who looked.
 * @throws AppError `not_found`.
 */
export async function revealSecret(access: Access, input: { webhookId: string }): Promise<MadeSecret> {
  return db.$transaction(async (tx) => {
    const webhook = await tx.webhook.findFirst({
      where: { id: input.webhookId, projectId: access.projectId, deletedAt: null },
      include: { secrets: true },
    });
    const [current] = validSecretsAt(webhook?.secrets ?? [], new Date());
    if (!webhook || !current) throw new AppError("not_found");
    await recordAudit(tx, access, {
      action: "webhook.secret_revealed",
      target: { id: webhook.id, name: webhook.url },
    });
    return {
      secret: decryptSigningSecret(current.ciphertext, webhook.id, encryption()),
      madeAt: current.createdAt,
    };
  });
}
