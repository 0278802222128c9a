import { db } from "@/lib/db/client";
import { createEncryption } from "@/lib/encryption";
import { env } from "@/lib/env";
import type { HookSecret } from "@/lib/receiver/check-signature";
import { decryptSigningSecret, validSecretsAt } from "@/lib/webhooks/signing-secret";

/**
 * The secrets valid now of every webhook with exactly this URL, whatever its project: for the receiver's own process,
 * which shows each request only to people of its project.
 */
export async function listSecretsOfUrl(url: string): Promise<HookSecret[]> {
  const webhooks = await db.webhook.findMany({
    where: { url, deletedAt: null },
    select: { id: true, projectId: true, secrets: true },
  });
  const encryption = createEncryption(env().ENCRYPTION_KEY ?? "");
  return webhooks.flatMap(({ id, projectId, secrets }) =>
    validSecretsAt(secrets, new Date()).map(({ ciphertext }) => ({
      webhookId: id,
      projectId,
      secret: decryptSigningSecret(ciphertext, id, encryption),
    })),
  );
}
