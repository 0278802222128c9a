import type { Access } from "@/lib/auth/access";
import { hasPermission, type Permission } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/** The signed-in user's id, or null. */
export async function getUserId(): Promise<string | null> {
  return null;
}

/**
 * Access of the signed-in user to a project.
 * @throws AppError `signed_out`; `not_found` for unknown and foreign projects alike; `forbidden` when the role lacks the permission.
 */
export async function requireAccess(projectSlug: string, permission: Permission): Promise<Access> {
  const userId = await getUserId();
  if (!userId) throw new AppError("signed_out");
  const member = await db.member.findFirst({
    where: { userId, project: { slug: projectSlug } },
    include: { user: true, project: true },
  });
  if (!member) throw new AppError("not_found");
  if (!hasPermission(member.role, permission)) throw new AppError("forbidden");
  return {
    userId,
    userName: member.user.name,
    projectId: member.projectId,
    projectSlug: member.project.slug,
    role: member.role,
  };
}
