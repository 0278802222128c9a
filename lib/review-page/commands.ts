import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { PageSettingsInput } from "@/lib/review-page/schema";

/** Saves the project's review page. Links that exist keep the expiry they were made with. */
export async function savePageSettings(access: Access, input: PageSettingsInput): Promise<void> {
  await db.reviewPage.upsert({
    where: { projectId: access.projectId },
    create: { projectId: access.projectId, ...input },
    update: input,
  });
}
