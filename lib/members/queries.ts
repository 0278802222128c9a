import type { Access } from "@/lib/auth/access";
import { hashOneTimeToken } from "@/lib/auth/one-time-token";
import { db } from "@/lib/db/client";
import type { Role } from "@/lib/db/generated/enums";

export type MemberItem = { userId: string; name: string; email: string; role: Role; joinedAt: Date };

/** The members of a project, first joined first. */
export async function listMembers(access: Access): Promise<MemberItem[]> {
  const members = await db.member.findMany({
    where: { projectId: access.projectId },
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
    select: { userId: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
  });
  return members.map(({ userId, role, createdAt, user }) => ({ userId, ...user, role, joinedAt: createdAt }));
}

export type InvitationItem = { id: string; email: string; role: Role; createdAt: Date; expiresAt: Date };

/** Invitations nobody has taken yet, also expired ones, newest first. */
export async function listInvitations(access: Access): Promise<InvitationItem[]> {
  const links = await db.signInLink.findMany({
    where: { projectId: access.projectId, kind: "invitation", usedAt: null },
    orderBy: { createdAt: "desc" },
    select: { id: true, email: true, role: true, createdAt: true, expiresAt: true },
  });
  return links.flatMap(({ email, role, ...link }) => (email && role ? [{ ...link, email, role }] : []));
}

export type Invitation = {
  projectName: string;
  projectSlug: string;
  role: Role;
  email: string;
  /** Whether the invited e-mail address can sign in already. */
  hasAccount: boolean;
};

/** What the holder of an invitation sees; null when it is unknown, taken, revoked or expired. Changes nothing. */
export async function findInvitation(token: string): Promise<Invitation | null> {
  const link = await db.signInLink.findFirst({
    where: {
      kind: "invitation",
      tokenHash: hashOneTimeToken(token),
      usedAt: null,
      expiresAt: { gt: new Date() },
    },
    select: { email: true, role: true, project: { select: { name: true, slug: true } } },
  });
  if (!link?.email || !link.role || !link.project) return null;
  return {
    projectName: link.project.name,
    projectSlug: link.project.slug,
    role: link.role,
    email: link.email,
    hasAccount: (await db.user.count({ where: { email: link.email } })) > 0,
  };
}
