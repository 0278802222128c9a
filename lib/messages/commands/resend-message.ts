import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { findMessage } from "@/lib/messages/find-message";
import { loadMessageWriter } from "@/lib/messages/message-writer";
import { replaceMessage } from "@/lib/messages/replace-message";
import { movedNotice, sendSlot } from "@/lib/messages/send-times";
import { wakeSender } from "@/lib/messages/sending/wake-sender";
import { withEvents } from "@/lib/webhooks/with-events";

export type Resent = { id: string; scheduledAt: Date; notice: string | null };

/**
 * Sends a failed message again, also one of which nobody knows whether it left: a new message, with `message-created`.
 * @throws AppError `not_found`; `conflict` unless it failed, or as `replaceMessage` does.
 */
export async function resendMessage({ projectId }: Access, id: string): Promise<Resent> {
  const old = await findMessage(db, { id, projectId });
  const writer = await loadMessageWriter(db, projectId);
  const now = new Date();
  const rules = {
    channel: old.channel,
    timeZone: writer.project.timezone,
    settings: writer.settings,
    now,
  };
  const scheduledAt = sendSlot(now, rules);
  const message = await withEvents((tx) =>
    replaceMessage(tx, writer, old, {
      scheduledAt,
      ignoresQuietHours: false,
      check: ({ status }) => {
        if (status !== "failed") throw new AppError("conflict", "Only a failed message can be sent again.");
      },
    }),
  );
  await wakeSender([message]);
  return { id: message.id, scheduledAt, notice: movedNotice(now, scheduledAt, rules) };
}
