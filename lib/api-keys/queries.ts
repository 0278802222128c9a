import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";

/** The project's keys that work, newest first. Never their text. */
export async function listApiKeys(access: Access) {
  return db.apiKey.findMany({
    where: { projectId: access.projectId, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, name: true, role: true, ending: true, createdAt: true, lastUsedAt: true },
  });
}

export type ApiKeyItem = Awaited<ReturnType<typeof listApiKeys>>[number];
