import { encryption } from "@/lib/encryption";
import { logger } from "@/lib/logger";
import { decryptSigningSecret } from "@/lib/webhooks/signing-secret";

const known = new Map<string, string>();
const KNOWN_MAX = 5_000;

/**
 * Signing secrets in clear, each decrypted once per process. One that can't be decrypted (its key is gone) is left out
 * and logged: the remaining ones sign.
 */
export function presentSecrets(webhookId: string, ciphertexts: readonly string[]): string[] {
  return ciphertexts.flatMap((ciphertext) => {
    const secret = known.get(ciphertext) ?? decrypt(webhookId, ciphertext);
    return secret === null ? [] : [secret];
  });
}

function decrypt(webhookId: string, ciphertext: string): string | null {
  try {
    const secret = decryptSigningSecret(ciphertext, webhookId, encryption());
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(ciphertext, secret);
    return secret;
  } catch (error) {
    logger.error(
      { err: error, webhookId },
      "a signing secret can't be decrypted: is ENCRYPTION_KEY the right one?",
    );
    return null;
  }
}
