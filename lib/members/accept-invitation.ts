import { recordAudit } from "@/lib/audit/record-audit";
import { createUser } from "@/lib/auth/accounts";
import { hashOneTimeToken } from "@/lib/auth/one-time-token";
import { db, type Tx } from "@/lib/db/client";
import type { Role } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";

/**
 * Takes an invitation by creating an account with the invited address.
 * @returns where to go and the address to sign in with
 * @throws AppError `not_found` when it is unknown, taken, revoked or expired; `conflict` when the address has an account
 */
export async function acceptInvitation(
  token: string,
  input: { name: string; password: string },
): Promise<{ email: string; projectSlug: string }> {
  return db.$transaction(async (tx) => {
    const invitation = await takeInvitation(tx, token);
    const user = await createUser({ email: invitation.email, ...input }, tx);
    const projectSlug = await join(tx, invitation, user.id);
    return { email: user.email, projectSlug };
  });
}

/** Takes an invitation as somebody who is signed in. A member keeps the role they have. @throws AppError `not_found` */
export async function joinAsUser(token: string, userId: string): Promise<{ projectSlug: string }> {
  return db.$transaction(async (tx) => {
    const invitation = await takeInvitation(tx, token);
    return { projectSlug: await join(tx, invitation, userId) };
  });
}

type Taken = { id: string; projectId: string; email: string; role: Role };

/** One statement: of many who come at the same moment one takes it. */
async function takeInvitation(tx: Tx, token: string): Promise<Taken> {
  const now = new Date();
  const links = await tx.signInLink.updateManyAndReturn({
    where: { kind: "invitation", tokenHash: hashOneTimeToken(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  const link = links[0];
  if (!link?.projectId || !link.email || !link.role)
    throw new AppError("not_found", "This invitation no longer works. Ask for a new one.");
  return { id: link.id, projectId: link.projectId, email: link.email, role: link.role };
}

async function join(tx: Tx, invitation: Taken, userId: string): Promise<string> {
  const { count } = await tx.member.createMany({
    data: { projectId: invitation.projectId, userId, role: invitation.role },
    skipDuplicates: true,
  });
  await tx.signInLink.update({ where: { id: invitation.id }, data: { userId } });
  if (count > 0) {
    const { name, email } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    await recordAudit(
      tx,
      { projectId: invitation.projectId, userId, userName: name },
      { action: "member.added", target: { id: userId, name: email }, after: { role: invitation.role } },
    );
  }
  const project = await tx.project.findUniqueOrThrow({ where: { id: invitation.projectId } });
  return project.slug;
}
