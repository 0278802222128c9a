import type { Tx } from "@/lib/db/client";
import type { Message, Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { changeMessages, type MessageDeletedReason, type MessagePatch } from "@/lib/messages/change-message";
import { BEING_SENT, isUnsent } from "@/lib/messages/message-state";

/** Which messages: of one request, of one customer, of one channel. */
export type UnsentWhere = { projectId: string } & Pick<
  Prisma.MessageWhereInput,
  "requestId" | "customerId" | "channel"
>;

/**
 * Cancels what is still to be sent, with `message-deleted` for each. Inside `withEvents`. What its sender holds at this
 * moment stays: the sender looks again before it sends.
 * @returns how many were canceled.
 */
export async function cancelUnsent(
  tx: Tx,
  where: UnsentWhere,
  reason: MessageDeletedReason,
): Promise<number> {
  const unsent = await tx.message.findMany({
    where: { ...where, status: "scheduled" },
    select: { id: true },
  });
  const ids = unsent.map(({ id }) => id);
  const changed = await changeMessages(
    tx,
    { ids, projectId: where.projectId },
    (message) => (isUnsent(message.status) ? canceled() : null),
    reason,
  );
  return changed.filter(({ isChanged }) => isChanged).length;
}

/**
 * The patch with which people cancel: nothing for what is over.
 * @throws AppError `conflict` for a message that its sender holds.
 */
export function cancelPatch({ status }: Pick<Message, "status">): MessagePatch | null {
  if (status === "sending") throw new AppError("conflict", BEING_SENT);
  return isUnsent(status) ? canceled() : null;
}

/** The patch that cancels. */
export function canceled(): MessagePatch {
  return { status: "canceled", canceledAt: new Date() };
}
