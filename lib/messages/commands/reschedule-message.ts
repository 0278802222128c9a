import type { Access } from "@/lib/auth/access";
import { db, type Tx } from "@/lib/db/client";
import type { Message } from "@/lib/db/generated/client";
import { changeMessage } from "@/lib/messages/change-message";
import { findMessage } from "@/lib/messages/find-message";
import { loadMessageWriter, type MessageWriter } from "@/lib/messages/message-writer";
import { replaceMessage } from "@/lib/messages/replace-message";
import { requireUnsent } from "@/lib/messages/require-unsent";
import type { RescheduleInput } from "@/lib/messages/schema";
import { checkSendAt, movedNotice, sendSlot } from "@/lib/messages/send-times";
import { wakeSender } from "@/lib/messages/sending/wake-sender";
import { linkExpiry } from "@/lib/rating-links/new-rating-link";
import { withEvents } from "@/lib/webhooks/with-events";

export type Rescheduled = {
  /** Of the message that will be sent: a new one where the old one was canceled. */
  id: string;
  scheduledAt: Date;
  /** "Will be sent tomorrow at 9:00." where quiet hours move an SMS. */
  notice: string | null;
};

/**
 * Moves a message that is still to be sent, with `message-updated`; for a canceled one, whose last event was its
 * `message-deleted`, a new one is made, with `message-created`.
 * @throws AppError `not_found`; `invalid` for a time that can't be; `conflict` for one that was sent or is being sent right
 *   now, or as `replaceMessage` does.
 */
export async function rescheduleMessage(
  { projectId }: Access,
  { id, sendAt }: RescheduleInput,
): Promise<Rescheduled> {
  const found = await findMessage(db, { id, projectId });
  const writer = await loadMessageWriter(db, projectId);
  const now = new Date();
  const rules = {
    channel: found.channel,
    timeZone: writer.project.timezone,
    settings: writer.settings,
    now,
  };
  const wanted = checkSendAt(sendAt, now);
  const scheduledAt = sendSlot(wanted, rules);
  const message = await withEvents((tx) =>
    found.status === "canceled"
      ? replaceMessage(tx, writer, found, { scheduledAt, ignoresQuietHours: false, check: () => undefined })
      : move(tx, writer, id, scheduledAt),
  );
  await wakeSender([message]);
  return { id: message.id, scheduledAt, notice: movedNotice(wanted, scheduledAt, rules) };
}

async function move(tx: Tx, writer: MessageWriter, id: string, scheduledAt: Date): Promise<Message> {
  const projectId = writer.project.id;
  const { message } = await changeMessage(tx, { id, projectId }, (message) => {
    requireUnsent(message);
    return { scheduledAt, dueAt: scheduledAt, ignoresQuietHours: false, attempts: 0 };
  });
  await tx.ratingLink.updateMany({
    where: { projectId, messageId: id },
    data: { expiresAt: linkExpiry(scheduledAt, writer.linkExpiryDays) },
  });
  return message;
}
