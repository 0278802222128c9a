import type { Access } from "@/lib/auth/access";
import { hasPermission } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import type { Message } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { changeMessage, type MessagePatch } from "@/lib/messages/change-message";
import { readSendRules } from "@/lib/messages/read-send-rules";
import { requireUnsent } from "@/lib/messages/require-unsent";
import { sendSlot } from "@/lib/messages/send-times";
import { wakeSender } from "@/lib/messages/sending/wake-sender";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * Sends a message now that was to be sent later; an SMS also in quiet hours, where the role allows it.
 * @throws AppError `not_found`; `conflict` for one that was sent, canceled or is being sent right now; `forbidden` for an
 *   SMS in quiet hours without the permission.
 */
export async function sendNow(access: Access, id: string): Promise<void> {
  const rules = await readSendRules(db, access.projectId);
  const { message } = await withEvents((tx) =>
    changeMessage(tx, { id, projectId: access.projectId }, (message) => {
      requireUnsent(message);
      const now = new Date();
      const isQuiet = sendSlot(now, { ...rules, channel: message.channel }) > now;
      if (isQuiet && !hasPermission(access.role, "override_messages")) {
        throw new AppError("forbidden", "Only owners and admins send SMS in quiet hours.");
      }
      return dueNow(message, now, isQuiet);
    }),
  );
  await wakeSender([message]);
}

/** One that was due before keeps its time; only its next try comes sooner. */
function dueNow(message: Message, now: Date, ignoresQuietHours: boolean): MessagePatch {
  return {
    scheduledAt: message.scheduledAt > now ? now : message.scheduledAt,
    dueAt: now,
    ignoresQuietHours: ignoresQuietHours || message.ignoresQuietHours,
  };
}
