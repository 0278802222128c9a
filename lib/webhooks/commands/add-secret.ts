import type { Tx } from "@/lib/db/client";
import { encryption } from "@/lib/encryption";
import { newId } from "@/lib/ids";
import { encryptSigningSecret, generateSigningSecret } from "@/lib/webhooks/signing-secret";

/** Gives a webhook a new signing secret and returns it in clear. */
export async function addSecret(tx: Tx, webhookId: string): Promise<string> {
  const secret = generateSigningSecret();
  const ciphertext = encryptSigningSecret(secret, webhookId, encryption());
  await tx.webhookSecret.create({ data: { id: newId("whs"), webhookId, ciphertext } });
  return secret;
}
