import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { SendFacts } from "@/lib/messages/sending/decide-send";
import { addressOf } from "@/lib/messages/refusal";
import { toMessageSettings } from "@/lib/messages/settings/read-message-settings";
import { findSuppression } from "@/lib/suppressions/find-suppression";

/**
 * A message with everything that sending it needs, as it is under its lock; null when it is gone. `to` is where its customer
 * is reached now, which may have been mended since it was written.
 */
export async function lockForSending(tx: Tx, messageId: string) {
  await tx.$queryRaw`select 1 from message where id = ${messageId} for update`;
  const message = await tx.message.findUnique({ where: { id: messageId }, include: sendContext });
  return message && { ...message, to: addressOf(message.customer, message.channel) ?? message.to };
}

export type MessageToSend = NonNullable<Awaited<ReturnType<typeof lockForSending>>>;

/** @param leaves its driver really sends */
export async function readSendFacts(tx: Tx, message: MessageToSend, leaves: boolean): Promise<SendFacts> {
  const { channel, customer, request, ratingLink, project } = message;
  const suppression = await findSuppression(tx, message.projectId, channel, message.to);
  const settings = toMessageSettings(project.messageSettings);
  return {
    channel,
    status: message.status,
    dueAt: message.dueAt,
    ignoresQuietHours: message.ignoresQuietHours,
    isRequestCanceled: request.canceledAt !== null,
    isRated: request.review !== null,
    hasAddress: addressOf(customer, channel) !== null,
    unsubscribedAt: channel === "email" ? customer.emailUnsubscribedAt : customer.smsUnsubscribedAt,
    suppression: suppression?.reason ?? null,
    link: ratingLink && { expiresAt: ratingLink.expiresAt, isCanceled: ratingLink.canceledAt !== null },
    hasContent: message.content !== null,
    lacksPostalAddress: leaves && channel === "email" && message.content?.hasPostalAddress === false,
    smsWindow: { fromMinute: settings.smsFromMinute, untilMinute: settings.smsUntilMinute },
    timeZone: project.timezone,
  };
}

const sendContext = {
  content: true,
  customer: {
    select: {
      firstName: true,
      lastName: true,
      email: true,
      phone: true,
      emailUnsubscribedAt: true,
      smsUnsubscribedAt: true,
    },
  },
  project: { select: { name: true, timezone: true, messageSettings: true } },
  ratingLink: { select: { expiresAt: true, canceledAt: true } },
  request: { select: { canceledAt: true, review: { select: { id: true } } } },
} satisfies Prisma.MessageInclude;
