import type { Access } from "@/lib/auth/access";
import { AppError } from "@/lib/errors";
import { cancelPatch } from "@/lib/messages/cancel-unsent";
import { changeMessages } from "@/lib/messages/change-message";
import { lockRequest } from "@/lib/requests/lock-request";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * Cancels a request: what of it is still to be sent is canceled, with `message-deleted` for each, and its links answer 410.
 * A second time changes nothing.
 * @throws AppError `not_found`; `conflict` when the customer has rated, or one of its messages is being sent right now.
 */
export async function cancelRequest(access: Access, requestId: string): Promise<void> {
  const { projectId } = access;
  await withEvents(async (tx) => {
    const request = await lockRequest(tx, projectId, requestId);
    if (request.review) {
      throw new AppError("conflict", "This customer has rated already, so nothing is left to cancel.");
    }
    if (request.canceledAt !== null) return;
    await tx.request.update({ where: { id: requestId }, data: { canceledAt: new Date() } });
    const messages = await tx.message.findMany({ where: { projectId, requestId }, select: { id: true } });
    await changeMessages(
      tx,
      { ids: messages.map(({ id }) => id), projectId },
      cancelPatch,
      "canceled_by_user",
    );
  });
}
