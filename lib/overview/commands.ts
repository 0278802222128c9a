import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";

/** Takes "See it work" off the project's Overview, for everyone, for good. */
export async function hideGuide(access: Access): Promise<void> {
  await db.project.updateMany({
    where: { id: access.projectId, guideHiddenAt: null },
    data: { guideHiddenAt: new Date() },
  });
}
