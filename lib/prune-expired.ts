import { sql } from "@/lib/db/sql";

/** Deletes rate-limit windows of past days, and sign-in links a day after they were used or ran out. */
export async function pruneExpired(): Promise<{ rateLimits: number; signInLinks: number }> {
  const rateLimits = await sql(
    "delete from rate_limit where window_start < now() - interval '1 day' returning key",
  );
  const signInLinks = await sql(
    "delete from sign_in_link where least(used_at, expires_at) < now() - interval '1 day' returning id",
  );
  return { rateLimits: rateLimits.length, signInLinks: signInLinks.length };
}
