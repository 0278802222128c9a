import { createHmac, timingSafeEqual } from "node:crypto";

const TOLERANCE_SECONDS = 300;

/**
 * True when a request of Standard Webhooks was signed by one of the secrets within the last five minutes. A secret is
 * `whsec_` and base64, or any other text, whose bytes are the key.
 * @param body the exact bytes received
 */
export function isSignedWebhook(
  headers: Pick<Headers, "get">,
  body: Buffer,
  secrets: readonly string[],
  now: Date = new Date(),
): boolean {
  const id = headers.get("webhook-id");
  const timestamp = headers.get("webhook-timestamp") ?? "";
  if (!id || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const given = (headers.get("webhook-signature") ?? "").split(" ").filter((each) => each.startsWith("v1,"));
  return secrets.some((secret) => {
    const hmac = createHmac("sha256", keyBytes(secret)).update(`${id}.${timestamp}.`).update(body);
    const expected = Buffer.from(`v1,${hmac.digest("base64")}`);
    return given.some((each) => isEqual(Buffer.from(each), expected));
  });
}

function keyBytes(secret: string): Buffer {
  return secret.startsWith("whsec_") ? Buffer.from(secret.slice(6), "base64") : Buffer.from(secret, "utf8");
}

function isEqual(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}
