import type { Tx } from "@/lib/db/client";
import type { MessageDeletedReason } from "@/lib/messages/change-message";
import { lockMessages } from "@/lib/messages/lock-messages";
import { messageSnapshot } from "@/lib/messages/message-snapshot";
import { recordEvents } from "@/lib/webhooks/record-events";

/**
 * Removes messages of a project and records the last event of each, unless being canceled was its last already.
 * Inside `withEvents`. Erasing leaves the personal data out of it.
 * @returns how many there were.
 */
export async function removeMessages(
  tx: Tx,
  where: { ids: string[]; projectId: string },
  reason: MessageDeletedReason,
): Promise<number> {
  const locked = await lockMessages(tx, where);
  const deletedAt = new Date();
  await tx.message.deleteMany({
    where: { id: { in: locked.map(({ message }) => message.id) }, projectId: where.projectId },
  });
  const events = locked
    .filter(({ message }) => message.status !== "canceled")
    .map(({ message, context }) => {
      const shown = reason === "privacy_erasure" ? { ...context, customer: null } : context;
      const last = { ...message, revision: message.revision + 1, updatedAt: deletedAt };
      const data = messageSnapshot(shown, last, deletedAt);
      return { project: context.project, type: "message-deleted" as const, data, reason };
    });
  await recordEvents(tx, where.projectId, events);
  return locked.length;
}
