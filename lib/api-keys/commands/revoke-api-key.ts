import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/** Ends a key at once: the next request with it is refused. @throws AppError `not_found`, also when it was revoked before. */
export async function revokeApiKey(access: Access, input: { id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const [revoked] = await tx.apiKey.updateManyAndReturn({
      where: { id: input.id, projectId: access.projectId, revokedAt: null },
      data: { revokedAt: new Date() },
      select: { id: true, name: true },
    });
    if (!revoked) throw new AppError("not_found");
    await recordAudit(tx, access, { action: "api_key.revoked", target: revoked });
  });
}
