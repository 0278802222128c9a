import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { SendFacts } from "@/lib/messages/sending/decide-send";
import { toMessageSettings } from "@/lib/messages/settings/read-message-settings";
import { findSuppression } from "@/lib/suppressions/find-suppression";

/** A message with everything that sending it needs, as it is under its lock; null when it is gone. */
export async function lockForSending(tx: Tx, messageId: string) {
  await tx.$queryRaw`select 1 from message where id = ${messageId} for update`;
  return tx.message.findUnique({ where: { id: messageId }, include: sendContext });
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
    select: { firstName: true, lastName: true, emailUnsubscribedAt: true, smsUnsubscribedAt: true },
  },
  project: { select: { name: true, timezone: true, messageSettings: true } },
  ratingLink: { select: { expiresAt: true, canceledAt: true } },
  request: { select: { canceledAt: true, review: { select: { id: true } } } },
} satisfies Prisma.MessageInclude;
