import { createHash } from "node:crypto";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";

/** A limit and what is counted: the same `subject` (addresses, e-mails, ids) shares one count. */
export type RateLimit = {
  name: string;
  subject: readonly string[];
  max: number;
  windowMs: number;
};

/**
 * Counts one try in the database, in one statement, so that all processes share the limit and simultaneous tries are
 * counted singly. A subject's window begins with its first try, not with the clock: otherwise whoever tries around a
 * round time has two windows. One that begins more than its own length from now was begun by a clock that was wrong, and
 * counts no more. Only a hash of the subject is kept.
 * @returns whether this try is within the limit, how many are left after it, and when the window ends
 */
export async function countTry(
  limit: RateLimit,
  now = new Date(),
): Promise<{ isAllowed: boolean; left: number; retryAt: Date }> {
  const subject = createHash("sha256").update(JSON.stringify(limit.subject)).digest("base64url");
  const over = new Date(now.getTime() - limit.windowMs);
  const ahead = new Date(now.getTime() + limit.windowMs);
  const isOpen = Prisma.sql`known.window_start > ${over} and known.window_start <= ${ahead}`;
  const rows = await db.$queryRaw<{ count: number; window_start: Date }[]>`
    insert into rate_limit as known (key, window_start, count)
    values (${`${limit.name}:${subject}`}, ${now}, 1)
    on conflict (key) do update set
      window_start = case when ${isOpen} then known.window_start else excluded.window_start end,
      count = case when ${isOpen} then known.count + 1 else 1 end
    returning count, window_start`;
  const { count, window_start: start } = rows[0] ?? { count: 1, window_start: now };
  return {
    isAllowed: count <= limit.max,
    left: Math.max(0, limit.max - count),
    retryAt: new Date(start.getTime() + limit.windowMs),
  };
}

/** Counts one try. @throws AppError `too_many_requests` beyond the limit */
export async function requireWithinLimit(limit: RateLimit): Promise<void> {
  const { isAllowed } = await countTry(limit);
  if (!isAllowed) throw new AppError("too_many_requests");
}
