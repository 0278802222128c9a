import { createHash } from "node:crypto";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/** A limit and what is counted: the same `subject` (addresses, e-mails, ids) shares one count. */
export type RateLimit = {
  name: string;
  subject: readonly string[];
  max: number;
  windowMs: number;
};

/**
 * Counts one try in fixed windows of the database, in one statement, so that all processes share the limit and
 * simultaneous tries are counted singly. Only a hash of the subject is kept.
 * @returns whether this try is within the limit, how many are left after it, and when the window ends
 */
export async function countTry(
  limit: RateLimit,
  now = new Date(),
): Promise<{ isAllowed: boolean; left: number; retryAt: Date }> {
  const windowStart = new Date(Math.floor(now.getTime() / limit.windowMs) * limit.windowMs);
  const subject = createHash("sha256").update(JSON.stringify(limit.subject)).digest("base64url");
  const rows = await db.$queryRaw<{ count: number }[]>`
    insert into rate_limit (key, window_start, count)
    values (${`${limit.name}:${subject}`}, ${windowStart}, 1)
    on conflict (key, window_start) do update set count = rate_limit.count + 1
    returning count`;
  const count = rows[0]?.count ?? 1;
  return {
    isAllowed: count <= limit.max,
    left: Math.max(0, limit.max - count),
    retryAt: new Date(windowStart.getTime() + limit.windowMs),
  };
}

/** Counts one try. @throws AppError `too_many_requests` beyond the limit */
export async function requireWithinLimit(limit: RateLimit): Promise<void> {
  const { isAllowed } = await countTry(limit);
  if (!isAllowed) throw new AppError("too_many_requests");
}
