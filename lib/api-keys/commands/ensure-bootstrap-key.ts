import { hashApiKey } from "@/lib/api-keys/api-key-text";
import { recordAudit } from "@/lib/audit/record-audit";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";

/**
 * Makes the key of `BOOTSTRAP_API_KEY` one of the first project, with full access, when it is none yet. A key that was
 * revoked stays revoked. Safe at every start and from several processes at once.
 * @returns false where there is no project yet
 */
export async function ensureBootstrapKey(text: string): Promise<boolean> {
  const project = await db.project.findFirst({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  if (!project) return false;
  const id = newId("key");
  const name = "BOOTSTRAP_API_KEY";
  await db.$transaction(async (tx) => {
    const { count } = await tx.apiKey.createMany({
      data: [{ id, projectId: project.id, name, hash: hashApiKey(text), ending: text.slice(-4) }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    const by = { projectId: project.id, by: "system" } as const;
    await recordAudit(tx, by, { action: "api_key.created", target: { id, name } });
  });
  return true;
}
