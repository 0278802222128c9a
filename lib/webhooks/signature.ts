import { createHmac } from "node:crypto";
import { signingKeyBytes } from "./signing-secret";

/**
 * The value of `webhook-signature`: per secret `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body`, joined by
 * spaces (Standard Webhooks, "Signature scheme").
 *
 * @param timestamp seconds since 1970, as sent in `webhook-timestamp`
 * @param body the exact bytes that are sent
 * @param secrets `whsec_…`, all that are valid at this moment
 */
export function signWebhook(
  eventId: string,
  timestamp: number,
  body: string | Uint8Array,
  secrets: readonly string[],
): string {
  const prefix = `${eventId}.${timestamp}.`;
  return secrets
    .map((secret) => {
      const hmac = createHmac("sha256", signingKeyBytes(secret));
      return `v1,${hmac.update(prefix).update(body).digest("base64")}`;
    })
    .join(" ");
}
