import { verifyPassword } from "@/lib/auth/password-hash";
import { signInInput } from "@/lib/auth/schema";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/parse-input";
import { requireWithinLimit } from "@/lib/rate-limit";

const minute = 60_000;

/**
 * The user of an e-mail and password. An unknown e-mail costs the same work and gets the same sentence as a wrong password.
 * @param input what was typed
 * @param address where the try comes from, for its limits
 * @throws AppError `invalid` when they don't match, `too_many_requests` after 10 tries from one address in 15 minutes
 * (100 for all e-mails together; 60 in an hour for one e-mail from everywhere)
 */
export async function checkPassword(input: unknown, address: string): Promise<{ id: string }> {
  const { email, password } = parseInput(signInInput, input);

  await requireWithinLimit({ name: "sign-in", subject: [email, address], max: 10, windowMs: 15 * minute });
  await requireWithinLimit({ name: "sign-in-address", subject: [address], max: 100, windowMs: 15 * minute });
  await requireWithinLimit({ name: "sign-in-email", subject: [email], max: 60, windowMs: 60 * minute });

  const user = await db.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  if (!(await verifyPassword(user?.passwordHash ?? null, password)) || !user)
    throw new AppError("invalid", "That e-mail and password don't match.");
  return { id: user.id };
}
