import type { Message, MessageContent, RatingLink } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { requirePostalAddress } from "@/lib/messages/postal-address";
import type { MessageWriter } from "@/lib/messages/message-writer";
import { senderAddress } from "@/lib/messages/sending/sender-address";
import { unsubscribeToken } from "@/lib/messages/unsubscribe-token";
import { paths } from "@/lib/paths";
import { newRatingLink } from "@/lib/rating-links/new-rating-link";
import type { SnapshotCustomer } from "@/lib/reviews/review-snapshot";

export type MessageOrder = Pick<
  Message,
  "requestId" | "sequence" | "channel" | "to" | "scheduledAt" | "ignoresQuietHours" | "isDemo"
> & {
  customer: SnapshotCustomer;
  /** The canceled or failed message that it is made for. */
  rescheduledFromId: string | null;
  createdAt: Date;
};

/** The rows of one message that isn't stored yet. */
export type MessageDraft = {
  message: Message;
  content: MessageContent;
  link: RatingLink;
  customer: SnapshotCustomer;
};

/**
 * Writes one message, with a rating link of its own. Touches no database; its link's token is in the content only.
 * @throws AppError `postal_address_missing` for an e-mail that would leave this server without one
 */
export function draftMessage(writer: MessageWriter, { customer, ...order }: MessageOrder): MessageDraft {
  const { project, settings } = writer;
  requirePostalAddress(settings, order);
  const id = newId("msg");
  const { token, row: link } = newRatingLink(
    {
      projectId: project.id,
      requestId: order.requestId,
      messageId: id,
      channel: order.channel,
      leftAt: null,
      startsAt: order.scheduledAt,
    },
    writer.linkExpiryDays,
  );
  const isEmail = order.channel === "email";
  const { subject, preview, segments, encoding, text, html, headers } = writer.render({
    channel: order.channel,
    kind: order.sequence === 1 ? "request" : "reminder",
    customer,
    token,
    unsubscribeUrl: isEmail
      ? env().APP_URL + paths.unsubscribe(unsubscribeToken(customer.id, order.channel))
      : null,
  });
  const from = senderAddress(order.channel, { projectName: project.name, senderName: settings.senderName });
  const fresh = { ...UNSENT, ...order, id, projectId: project.id, customerId: customer.id };
  return {
    message: {
      ...fresh,
      from,
      subject,
      preview,
      segments,
      encoding,
      dueAt: order.scheduledAt,
      updatedAt: order.createdAt,
    },
    content: {
      messageId: id,
      text,
      html,
      headers,
      hasPostalAddress: isEmail && settings.postalAddress !== "",
    },
    link: { ...link, canceledAt: null, createdAt: order.createdAt },
    customer,
  };
}

const UNSENT = {
  status: "scheduled",
  revision: 1,
  sentAt: null,
  deliveredAt: null,
  openedAt: null,
  clickedAt: null,
  failedAt: null,
  complainedAt: null,
  canceledAt: null,
  failureCode: null,
  failureMessage: null,
  failureProviderCode: null,
  provider: null,
  providerMessageId: null,
  reviewId: null,
  sendToken: null,
  attempts: 0,
} as const satisfies Partial<Message>;
