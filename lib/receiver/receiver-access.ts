import { hasPermission } from "@/lib/auth/permissions";
import { getUserId } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/** The projects whose webhooks a user manages. */
async function listManagedProjects(userId: string): Promise<Set<string>> {
  const memberships = await db.member.findMany({
    where: { userId },
    select: { projectId: true, role: true },
  });
  const managed = memberships.filter(({ role }) => hasPermission(role, "manage_api"));
  return new Set(managed.map(({ projectId }) => projectId));
}

/** Whoever manages the webhooks of some project may use the test receiver. */
export async function canUseReceiver(userId: string): Promise<boolean> {
  return (await listManagedProjects(userId)).size > 0;
}

/**
 * The projects whose requests the signed-in user sees in the test receiver.
 * @throws AppError `signed_out`; `forbidden` when they manage no project's webhooks
 */
export async function requireReceiverProjects(): Promise<Set<string>> {
  const userId = await getUserId();
  if (!userId) throw new AppError("signed_out");
  const projects = await listManagedProjects(userId);
  if (projects.size === 0) throw new AppError("forbidden");
  return projects;
}
