import { hasPermission } from "@/lib/auth/permissions";
import { getUserId } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/**
 * The projects whose webhooks the signed-in user manages: whoever has one may use the test receiver and sees there
 * what arrives from these.
 * @throws AppError `signed_out`; `forbidden` when there is none
 */
export async function requireReceiverProjects(): Promise<Set<string>> {
  const userId = await getUserId();
  if (!userId) throw new AppError("signed_out");
  const memberships = await db.member.findMany({
    where: { userId },
    select: { projectId: true, role: true },
  });
  const managed = memberships.filter(({ role }) => hasPermission(role, "manage_api"));
  if (managed.length === 0) throw new AppError("forbidden");
  return new Set(managed.map(({ projectId }) => projectId));
}
