import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";

/** True while the demo data is in the project. */
export async function isDemoProject({ projectId }: Access): Promise<boolean> {
  const { isDemo } = await db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { isDemo: true },
  });
  return isDemo;
}
