import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { encryption } from "@/lib/encryption";
import { AppError } from "@/lib/errors";
import { decryptSigningSecret, validSecretsAt } from "@/lib/webhooks/signing-secret";

/**
 * The present signing secret in clear, for who may manage webhooks.
 * @returns `previousUntil`: until when a replaced secret signs as well; null when none does.
 * @throws AppError `not_found`.
 */
export async function revealSecret(
  access: Access,
  input: { webhookId: string },
): Promise<{ secret: string; previousUntil: Date | null }> {
  const stored = await db.webhookSecret.findMany({
    where: { webhookId: input.webhookId, webhook: { projectId: access.projectId, deletedAt: null } },
  });
  const [current, previous] = validSecretsAt(stored, new Date());
  if (!current) throw new AppError("not_found");
  return {
    secret: decryptSigningSecret(current.ciphertext, input.webhookId, encryption()),
    previousUntil: previous?.expiresAt ?? null,
  };
}
