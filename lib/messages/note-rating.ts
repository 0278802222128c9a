import type { Tx } from "@/lib/db/client";
import type { Message } from "@/lib/db/generated/client";
import { canceled } from "@/lib/messages/cancel-unsent";
import { changeMessages, type MessagePatch } from "@/lib/messages/change-message";
import { isUnsent } from "@/lib/messages/message-state";
import type { OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * What a rating means for the messages of its request, in the transaction of the rating and after the review's lock: the
 * message whose link was used is clicked, once, and what is still to be sent is canceled.
 * @param reviewId the review that this visit made; null when the request had one.
 */
export async function noteRating(tx: Tx, link: OpenRatingLink, reviewId: string | null): Promise<void> {
  if (!link.request.hasMessages) return;
  const projectId = link.project.id;
  const concerned = await tx.message.findMany({
    where: {
      projectId,
      requestId: link.request.id,
      OR: [{ status: "scheduled" }, ...(link.message ? [{ id: link.message.id }] : [])],
    },
    select: { id: true },
  });
  const ids = concerned.map(({ id }) => id);
  await changeMessages(
    tx,
    { ids, projectId },
    (message) => {
      const patch: MessagePatch = {
        ...(message.id === link.message?.id ? clicked(message) : {}),
        ...(message.id === link.message?.id && reviewId !== null ? { reviewId } : {}),
        ...(isUnsent(message.status) ? canceled() : {}),
      };
      return message.status === "canceled" || Object.keys(patch).length === 0 ? null : patch;
    },
    "canceled_customer_rated",
  );
}

/** Somebody has opened the link of a message whose request is rated already: its first click is stamped, nothing else. */
export async function noteClick(link: OpenRatingLink): Promise<void> {
  const { message, project } = link;
  if (!message || message.isClicked) return;
  await withEvents((tx) =>
    changeMessages(tx, { ids: [message.id], projectId: project.id }, (now) =>
      now.status === "canceled" || now.clickedAt !== null ? null : clicked(now),
    ),
  );
}

function clicked({ clickedAt }: Message): MessagePatch {
  return clickedAt === null ? { clickedAt: new Date() } : {};
}
