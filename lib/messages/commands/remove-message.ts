import type { Access } from "@/lib/auth/access";
import { AppError } from "@/lib/errors";
import { lockMessages } from "@/lib/messages/lock-messages";
import { BEING_SENT } from "@/lib/messages/message-state";
import { removeMessages } from "@/lib/messages/remove-messages";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * Removes a message for good, with `message-deleted` unless it was canceled before. The customer's link of a sent one goes
 * on working.
 * @throws AppError `not_found`; `conflict` for one that is being sent right now.
 */
export async function removeMessage({ projectId }: Access, id: string): Promise<void> {
  await withEvents(async (tx) => {
    const where = { ids: [id], projectId };
    const [locked] = await lockMessages(tx, where);
    if (!locked) throw new AppError("not_found");
    if (locked.message.status === "sending") throw new AppError("conflict", BEING_SENT);
    await removeMessages(tx, where, "deleted_by_user");
  });
}
