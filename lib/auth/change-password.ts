import { setPassword } from "@/lib/auth/accounts";
import { verifyPassword } from "@/lib/auth/password-hash";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { requireWithinLimit } from "@/lib/rate-limit";

/**
 * Sets another password for someone who knows the present one, and ends all their sessions.
 * @returns the e-mail, to sign the browser in again
 * @throws AppError `invalid` (field `currentPassword`); `too_many_requests` after 10 tries in 15 minutes
 */
export async function changePassword(
  userId: string,
  input: { currentPassword: string; newPassword: string },
): Promise<string> {
  await requireWithinLimit({ name: "change-password", subject: [userId], max: 10, windowMs: 15 * 60_000 });
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  if (!(await verifyPassword(user.passwordHash, input.currentPassword)))
    throw new AppError("invalid", "That isn't your current password.", "currentPassword");
  await setPassword({ id: userId }, input.newPassword);
  return user.email;
}
