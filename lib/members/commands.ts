import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { createOneTimeToken } from "@/lib/auth/one-time-token";
import { db, type Tx } from "@/lib/db/client";
import type { Role } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { canTouch, rolesToGive } from "@/lib/members/role-rules";

const invitationDays = 7;

/**
 * Makes an invitation. An earlier one for the same address that nobody took is replaced.
 * @returns the token of `/join/<token>`, which is kept nowhere
 * @throws AppError `forbidden` for a role the caller may not give; `conflict` (field `email`) for a member
 */
export async function inviteMember(
  access: Access,
  input: { email: string; role: Role },
): Promise<{ token: string; expiresAt: Date }> {
  const { token, tokenHash } = createOneTimeToken();
  const expiresAt = new Date(Date.now() + invitationDays * 24 * 60 * 60_000);
  await db.$transaction(async (tx) => {
    const actor = await lockMembers(tx, access);
    if (!rolesToGive(actor).includes(input.role)) throw new AppError("forbidden");
    const where = { projectId: access.projectId, user: { email: input.email } };
    if ((await tx.member.count({ where })) > 0)
      throw new AppError("conflict", `${input.email} is a member already.`, "email");
    await tx.signInLink.deleteMany({
      where: { projectId: access.projectId, kind: "invitation", email: input.email, usedAt: null },
    });
    await tx.signInLink.create({
      data: {
        id: newId("sil"),
        kind: "invitation",
        tokenHash,
        projectId: access.projectId,
        createdById: access.userId,
        ...input,
        expiresAt,
      },
    });
    await recordAudit(tx, access, {
      action: "member.invited",
      target: { id: input.email, name: input.email },
      after: { role: input.role },
    });
  });
  return { token, expiresAt };
}

/** Takes an open invitation back; its link stops working. @throws AppError `not_found`, also when it was just taken */
export async function revokeInvitation(access: Access, input: { id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const where = { id: input.id, projectId: access.projectId, kind: "invitation", usedAt: null } as const;
    const invitation = await tx.signInLink.findFirst({ where, select: { email: true } });
    const { count } = await tx.signInLink.deleteMany({ where });
    if (count === 0 || !invitation)
      throw new AppError("not_found", "This invitation was taken or revoked in the meantime.");
    const email = invitation.email ?? "";
    await recordAudit(tx, access, {
      action: "member.invitation_revoked",
      target: { id: email, name: email },
    });
  });
}

/**
 * Gives a member another role.
 * @throws AppError `forbidden` when an admin touches an owner or makes one; `conflict` for the last owner
 */
export async function changeRole(access: Access, input: { userId: string; role: Role }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { actor, member, name } = await requireTouchable(tx, access, input.userId);
    if (!rolesToGive(actor).includes(input.role)) throw new AppError("forbidden");
    if (input.role !== "owner") await requireAnotherOwner(tx, access, member);
    await tx.member.updateMany({
      where: { projectId: access.projectId, userId: input.userId },
      data: { role: input.role },
    });
    await recordAudit(tx, access, {
      action: "member.role_changed",
      target: { id: input.userId, name },
      before: { role: member },
      after: { role: input.role },
    });
  });
}

/** Removes a member, at once. @throws AppError `forbidden` when an admin touches an owner; `conflict` for the last owner */
export async function removeMember(access: Access, input: { userId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { member, name } = await requireTouchable(tx, access, input.userId);
    await requireAnotherOwner(tx, access, member);
    await tx.member.deleteMany({ where: { projectId: access.projectId, userId: input.userId } });
    await recordAudit(tx, access, {
      action: "member.removed",
      target: { id: input.userId, name },
      before: { role: member },
    });
  });
}

/**
 * Lets changes of one project's members happen one after another, without holding up anything else of the project.
 * @returns the caller's role as it is now: who was demoted a moment ago acts no more
 */
async function lockMembers(tx: Tx, access: Access): Promise<Role> {
  await tx.$queryRaw`select id from project where id = ${access.projectId} for no key update`;
  const { projectId, userId } = access;
  const actor = await tx.member.findFirst({ where: { projectId, userId }, select: { role: true } });
  if (!actor) throw new AppError("not_found");
  return actor.role;
}

async function requireTouchable(
  tx: Tx,
  access: Access,
  userId: string,
): Promise<{ actor: Role; member: Role; name: string }> {
  const actor = await lockMembers(tx, access);
  const member = await tx.member.findFirst({
    where: { projectId: access.projectId, userId },
    include: { user: { select: { name: true, email: true } } },
  });
  if (!member) throw new AppError("not_found", "This member was removed in the meantime.");
  if (!canTouch(actor, member.role)) throw new AppError("forbidden");
  return { actor, member: member.role, name: `${member.user.name} (${member.user.email})` };
}

async function requireAnotherOwner(tx: Tx, access: Access, role: Role): Promise<void> {
  if (role !== "owner") return;
  const owners = await tx.member.count({ where: { projectId: access.projectId, role: "owner" } });
  if (owners < 2)
    throw new AppError("conflict", "A project needs an owner. Make somebody else an owner first.");
}
