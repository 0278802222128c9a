import type { Tx } from "@/lib/db/client";
import { encryption } from "@/lib/encryption";
import { newId } from "@/lib/ids";
import { encryptSigningSecret, generateSigningSecret } from "@/lib/webhooks/signing-secret";

/** A signing secret in clear. */
export type MadeSecret = { secret: string; madeAt: Date };

/** Gives a webhook a new signing secret. */
export async function addSecret(tx: Tx, webhookId: string): Promise<MadeSecret> {
  const secret = generateSigningSecret();
  const ciphertext = encryptSigningSecret(secret, webhookId, encryption());
  const { createdAt } = await tx.webhookSecret.create({ data: { id: newId("whs"), webhookId, ciphertext } });
  return { secret, madeAt: createdAt };
}
