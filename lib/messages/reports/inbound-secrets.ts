import { hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

/**
 * The secret by which our own Outbox signs what it reports through the doors of the providers. Derived, so that nobody
 * else has it; as long as a signing secret of Standard Webhooks.
 */
export function outboxSecret(): string {
  const key = env().ENCRYPTION_KEY;
  if (!key) throw new Error("ENCRYPTION_KEY is not set: start with `npm start`.");
  const bytes = hkdfSync("sha256", key, "", "starwire outbox reports", 32);
  return `whsec_${Buffer.from(bytes).toString("base64")}`;
}

/** Secrets that may sign a report about an e-mail. */
export function emailReportSecrets(): string[] {
  const { EMAIL_WEBHOOK_SECRET } = env();
  return [outboxSecret(), ...(EMAIL_WEBHOOK_SECRET === undefined ? [] : [EMAIL_WEBHOOK_SECRET])];
}

/** Tokens that may sign what Twilio tells us. */
export function twilioTokens(): string[] {
  const { TWILIO_AUTH_TOKEN } = env();
  return [outboxSecret(), ...(TWILIO_AUTH_TOKEN === undefined ? [] : [TWILIO_AUTH_TOKEN])];
}
