import type { Tx } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/is-unique-violation";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { parseInput } from "@/lib/parse-input";
import { createOneTimeToken } from "@/lib/auth/one-time-token";
import { hashPassword } from "@/lib/auth/password-hash";
import { emailInput, newPasswordInput } from "@/lib/auth/schema";

const welcomeLinkMinutes = 15;

/**
 * Creates a user who can sign in.
 * @throws AppError `conflict` (field `email`) when the address has an account
 */
export async function createUser(
  input: { email: string; name: string; password: string },
  tx: Tx = db,
): Promise<{ id: string; email: string }> {
  const email = parseInput(emailInput, input.email);
  const passwordHash = await hashPassword(parseInput(newPasswordInput, input.password));
  try {
    return await tx.user.create({
      data: { id: newId("usr"), email, name: input.name.trim(), passwordHash },
      select: { id: true, email: true },
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError("conflict", "This e-mail address has an account already.", "email");
    throw error;
  }
}

/** Sets a password and ends every session of the user. @throws AppError `not_found` for an unknown id or e-mail */
export async function setPassword(who: { id: string } | { email: string }, password: string): Promise<void> {
  const passwordHash = await hashPassword(parseInput(newPasswordInput, password));
  const where = "id" in who ? { id: who.id } : { email: parseInput(emailInput, who.email) };
  const { count } = await db.user.updateMany({
    where,
    data: { passwordHash, sessionVersion: { increment: 1 } },
  });
  if (count === 0) throw new AppError("not_found", "There is no account with this e-mail address.");
}

/** Creates the first user. @returns null when there is a user already, also when another process was faster */
export async function createFirstAdmin(email: string, password: string): Promise<{ id: string } | null> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('first-admin'))`;
    if ((await tx.user.count()) > 0) return null;
    return createUser({ email, password, name: "Admin" }, tx);
  });
}

/** A token for `/welcome/<token>`: signs this user in, once, within 15 minutes. */
export async function createWelcomeLink(userId: string): Promise<string> {
  const { token, tokenHash } = createOneTimeToken();
  await db.signInLink.create({
    data: {
      id: newId("sil"),
      kind: "welcome",
      tokenHash,
      userId,
      expiresAt: new Date(Date.now() + welcomeLinkMinutes * 60_000),
    },
  });
  return token;
}
