import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/** Ends a key at once: the next request with it is refused. @throws AppError `not_found`, also when it was revoked before. */
export async function revokeApiKey(access: Access, input: { id: string }): Promise<void> {
  const { count } = await db.apiKey.updateMany({
    where: { id: input.id, projectId: access.projectId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw new AppError("not_found");
}
