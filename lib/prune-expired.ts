import { sql } from "@/lib/db/sql";

/**
 * Deletes rate-limit windows that began more than a day ago, sign-in links a day after they were used or ran out, notes
 * of sent forms once their nonces are no longer accepted, landings that nobody confirmed within 30 days, kept answers of
 * the API, and signing secrets whose last day of signing beside their successors is over.
 */
export async function pruneExpired(): Promise<
  Record<
    "rateLimits" | "signInLinks" | "sentForms" | "intents" | "idempotentCalls" | "signingSecrets",
    number
  >
> {
  const rateLimits = await sql(
    "delete from rate_limit where window_start < now() - interval '1 day' returning key",
  );
  const signInLinks = await sql(
    "delete from sign_in_link where least(used_at, expires_at) < now() - interval '1 day' returning id",
  );
  const sentForms = await sql(
    "delete from sent_form where sent_at < now() - interval '1 day' returning nonce",
  );
  const intents = await sql(
    "delete from rating_intent where created_at < now() - interval '30 days' returning id",
  );
  const idempotentCalls = await sql(
    "delete from idempotent_call where created_at < now() - interval '1 day' returning key",
  );
  const signingSecrets = await sql("delete from webhook_secret where expires_at < now() returning id");
  return {
    rateLimits: rateLimits.length,
    signInLinks: signInLinks.length,
    sentForms: sentForms.length,
    intents: intents.length,
    idempotentCalls: idempotentCalls.length,
    signingSecrets: signingSecrets.length,
  };
}
