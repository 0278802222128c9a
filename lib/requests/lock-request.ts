import type { Tx } from "@/lib/db/client";
import type { Request } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";

export type LockedRequest = Request & { review: { id: string } | null };

/**
 * Locks a request before anything else of it (see `lockMessages`): landings, which share it, are over or wait from here on.
 * @throws AppError `not_found` for one that doesn't exist or not in this project.
 */
export async function lockRequest(tx: Tx, projectId: string, id: string): Promise<LockedRequest> {
  await tx.$queryRaw`select 1 from request where id = ${id} and project_id = ${projectId} for update`;
  const request = await tx.request.findFirst({
    where: { id, projectId },
    include: { review: { select: { id: true } } },
  });
  if (!request) throw new AppError("not_found");
  return request;
}

/** @throws AppError `conflict` for a request that gets no further messages. */
export function requireOpen({ review, canceledAt }: LockedRequest): void {
  if (review) throw new AppError("conflict", "This customer has rated already.");
  if (canceledAt !== null) throw new AppError("conflict", "This request was canceled. Ask again instead.");
}
