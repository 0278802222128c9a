import { hashApiKey, mayBeApiKey } from "@/lib/api-keys/api-key-text";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";

const NOTE_EVERY_MS = 60_000;

/**
 * Whom an API key lets act, and where: its project, with the permissions of its role. Null for an unknown or revoked key.
 * Notes the key's use, once a minute at most.
 */
export async function findApiAccess(text: string): Promise<Access | null> {
  if (!mayBeApiKey(text)) return null;
  const key = await db.apiKey.findFirst({
    where: { hash: hashApiKey(text), revokedAt: null },
    select: {
      id: true,
      name: true,
      role: true,
      lastUsedAt: true,
      project: { select: { id: true, slug: true } },
    },
  });
  if (!key) return null;
  const now = new Date();
  if (now.getTime() - (key.lastUsedAt?.getTime() ?? 0) >= NOTE_EVERY_MS) {
    await db.apiKey.updateMany({ where: { id: key.id }, data: { lastUsedAt: now } });
  }
  return {
    userId: key.id,
    userName: `API key “${key.name}”`,
    projectId: key.project.id,
    projectSlug: key.project.slug,
    role: key.role,
    apiKey: { id: key.id, name: key.name },
  };
}
