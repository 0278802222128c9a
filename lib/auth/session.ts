import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { Access } from "@/lib/auth/access";
import { authOptions } from "@/lib/auth/auth-options";
import { isSecureRequest } from "@/lib/auth/is-secure-request";
import { hasPermission, type Permission } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { paths } from "@/lib/paths";

export type SignedInUser = { id: string; name: string; email: string };

/** The signed-in user, or null. A session older than the user's last password change is none. Read once per request. */
export const getUser = cache(async (): Promise<SignedInUser | null> => {
  const session = await getServerSession(authOptions(isSecureRequest(await headers())));
  if (!session) return null;
  return db.user.findFirst({
    where: { id: session.userId, sessionVersion: session.sessionVersion },
    select: { id: true, name: true, email: true },
  });
});

/** The signed-in user's id, or null. */
export async function getUserId(): Promise<string | null> {
  return (await getUser())?.id ?? null;
}

/** The signed-in user, for a page that belongs to no project. The signed-out go to sign-in and come back to `next`. */
export async function requireUser(next: string): Promise<SignedInUser> {
  return (await getUser()) ?? redirect(paths.signIn(next));
}

/** The signed-in user's access to a project, whatever their role; null when signed out, and for unknown and foreign projects. */
export const findAccess = cache(async (projectSlug: string): Promise<Access | null> => {
  const user = await getUser();
  if (!user) return null;
  const member = await db.member.findFirst({
    where: { userId: user.id, project: { slug: projectSlug } },
    select: { role: true, project: { select: { id: true, slug: true } } },
  });
  if (!member) return null;
  return {
    userId: user.id,
    userName: user.name,
    projectId: member.project.id,
    projectSlug: member.project.slug,
    role: member.role,
  };
});

/**
 * Access of the signed-in user to a project, for actions and routes.
 * @throws AppError `signed_out`; `not_found` for unknown and foreign projects alike; `forbidden` when the role lacks the permission.
 */
export async function requireAccess(projectSlug: string, permission: Permission): Promise<Access> {
  if (!(await getUser())) throw new AppError("signed_out");
  const access = await findAccess(projectSlug);
  if (!access) throw new AppError("not_found");
  if (!hasPermission(access.role, permission)) throw new AppError("forbidden");
  return access;
}

/**
 * Access for a page: the signed-out go to sign-in, unknown and foreign projects are not found, a missing permission is
 * forbidden. Call it before anything is awaited in a Suspense boundary, so that the status code is right.
 * @param next the page's own path, to come back to after signing in
 */
export async function requirePageAccess(
  projectSlug: string,
  permission: Permission,
  next: string,
): Promise<Access> {
  await requireUser(next);
  const access = await findAccess(projectSlug);
  if (!access) notFound();
  if (!hasPermission(access.role, permission)) forbidden();
  return access;
}
