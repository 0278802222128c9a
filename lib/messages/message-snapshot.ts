import type { Message } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { customerSnapshot, type SnapshotCustomer, type SnapshotProject } from "@/lib/reviews/review-snapshot";
import type { MessagePayload } from "@/lib/webhooks/message-payload";

const TEMPLATES = ["request", "reminder-1", "reminder-2", "reminder-3"] as const;

/** What a message is: the request itself (sequence 1) or a reminder of it (2-4). */
export function messageTemplate(sequence: number): MessagePayload["template"] {
  const template = TEMPLATES[sequence - 1];
  if (!template) throw new Error(`A message can't have the sequence ${sequence}.`);
  return template;
}

/** What a message snapshot needs besides the message. */
export type MessageContext = {
  project: SnapshotProject;
  /** Null when personal data has been erased. */
  customer: SnapshotCustomer | null;
};

/** A message as events carry it: never its rendered body or rating link. `deletedAt` on its last event only. */
export function messageSnapshot(
  { project, customer }: MessageContext,
  message: Message,
  deletedAt: Date | null = null,
): MessagePayload {
  return {
    object: "message",
    id: message.id,
    revision: message.revision,
    request_id: message.requestId,
    sequence: message.sequence,
    channel: message.channel,
    template: messageTemplate(message.sequence),
    // Being sent is internal.
    status: message.status === "sending" ? "scheduled" : message.status,
    customer: customer && customerSnapshot(customer),
    to: customer && message.to,
    from: message.from,
    subject: customer && message.subject,
    preview: customer && message.preview,
    segments: message.segments,
    encoding: smsEncoding(message.encoding),
    review_id: message.reviewId,
    failure:
      message.failureCode === null
        ? null
        : {
            code: message.failureCode,
            message: message.failureMessage ?? "",
            provider_code: message.failureProviderCode,
          },
    provider:
      message.provider === null ? null : { name: message.provider, message_id: message.providerMessageId },
    scheduled_at: message.scheduledAt.toISOString(),
    sent_at: message.sentAt?.toISOString() ?? null,
    delivered_at: message.deliveredAt?.toISOString() ?? null,
    opened_at: message.openedAt?.toISOString() ?? null,
    clicked_at: message.clickedAt?.toISOString() ?? null,
    failed_at: message.failedAt?.toISOString() ?? null,
    complained_at: message.complainedAt?.toISOString() ?? null,
    canceled_at: message.canceledAt?.toISOString() ?? null,
    created_at: message.createdAt.toISOString(),
    updated_at: message.updatedAt.toISOString(),
    deleted_at: deletedAt?.toISOString() ?? null,
    url: env().APP_URL + paths.message(project.slug, message.id),
  };
}

function smsEncoding(stored: string | null): MessagePayload["encoding"] {
  return stored === "GSM-7" || stored === "UCS-2" ? stored : null;
}
