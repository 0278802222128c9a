import { hashApiKey, newApiKeyText } from "@/lib/api-keys/api-key-text";
import { type API_KEY_ROLES, API_KEYS_MAX } from "@/lib/api-keys/schema";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";

/**
 * Makes an API key of the project.
 * @returns its text, which can't be shown again: only a hash of it is kept.
 * @throws AppError `conflict` for the 21st key that is not revoked.
 */
export async function createApiKey(
  access: Access,
  input: { name: string; role?: (typeof API_KEY_ROLES)[number] },
): Promise<{ id: string; text: string }> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from project where id = ${access.projectId} for no key update`;
    const present = await tx.apiKey.count({ where: { projectId: access.projectId, revokedAt: null } });
    if (present >= API_KEYS_MAX) {
      throw new AppError("conflict", `A project can have ${API_KEYS_MAX} keys. Revoke one first.`);
    }
    const text = newApiKeyText();
    const id = newId("key");
    await tx.apiKey.create({
      data: {
        id,
        projectId: access.projectId,
        name: input.name,
        role: input.role ?? "admin",
        hash: hashApiKey(text),
        ending: text.slice(-4),
        createdById: access.userId,
      },
    });
    await recordAudit(tx, access, {
      action: "api_key.created",
      target: { id, name: input.name },
      after: { access: input.role ?? "admin" },
    });
    return { id, text };
  });
}
