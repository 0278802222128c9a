import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";

export type ProjectItem = { name: string; slug: string };

/** The projects a user is a member of, oldest membership first. */
export async function listProjects(userId: string): Promise<ProjectItem[]> {
  const members = await db.member.findMany({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { projectId: "asc" }],
    select: { project: { select: { name: true, slug: true } } },
  });
  return members.map((member) => member.project);
}

export type ProjectSettings = { name: string; slug: string; timezone: string; defaultCountry: string };

/** What Settings > General shows. */
export async function getProjectSettings(access: Access): Promise<ProjectSettings> {
  return db.project.findUniqueOrThrow({
    where: { id: access.projectId },
    select: { name: true, slug: true, timezone: true, defaultCountry: true },
  });
}
