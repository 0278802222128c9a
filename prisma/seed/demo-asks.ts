import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { MessageChannel } from "@/lib/db/generated/enums";
import { cancelUnsent } from "@/lib/messages/cancel-unsent";
import { changeMessage, type MessagePatch } from "@/lib/messages/change-message";
import { UNKNOWN_AFTER_CRASH } from "@/lib/messages/message-state";
import type { MessageWriter } from "@/lib/messages/message-writer";
import { addressOf } from "@/lib/messages/refusal";
import { SEND_TOOLS } from "@/lib/messages/sending/send-tools";
import { sendMessage } from "@/lib/messages/sending/send-message";
import { draftRequest } from "@/lib/requests/draft-request";
import { insertRequests } from "@/lib/requests/insert-requests";
import { withEvents } from "@/lib/webhooks/with-events";
import type { DemoAsk } from "@/prisma/seed/bakery-messages";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export type DemoRequest = { requestId: string; messageId: string };

type Ask = { customerId: string; channel: MessageChannel; at: Date; reminders: number };

/** A request as it was made at that moment, with its messages and their events; nothing is sent yet. */
export async function addDemoRequest(access: Access, writer: MessageWriter, ask: Ask): Promise<DemoRequest> {
  const customer = await db.customer.findUniqueOrThrow({ where: { id: ask.customerId } });
  const reminderDays = writer.settings.reminderDays.slice(0, ask.reminders);
  const now = new Date();
  const { request, messages } = draftRequest(writer, {
    customer,
    channel: ask.channel,
    to: addressOf(customer, ask.channel) ?? "",
    times: [0, ...reminderDays].map((days) => new Date(ask.at.getTime() + days * DAY_MS)),
    ignoresQuietHours: false,
    createdById: access.userId,
    createdAt: ask.at < now ? ask.at : now,
  });
  await withEvents((tx) => insertRequests(tx, writer.project, [{ request, messages }]));
  return { requestId: request.id, messageId: messages[0]?.message.id ?? "" };
}

/** Sends the request of a demo ask into the Outbox, as the worker would have at that moment. */
export async function sendDemoMessage(messageId: string, at: Date): Promise<void> {
  await sendMessage(messageId, { ...SEND_TOOLS, now: () => at });
}

/** What a provider reports of a sent message, or its sender of one that it couldn't send. */
export async function reportDemoMessage(
  { projectId }: Access,
  id: string,
  ...patches: MessagePatch[]
): Promise<void> {
  await withEvents(async (tx) => {
    for (const patch of patches) await changeMessage(tx, { id, projectId }, () => patch);
  });
}

/** Lets the request of a demo ask meet its fate. */
export async function playDemoAsk(
  access: Access,
  { messageId, requestId }: DemoRequest,
  { fate }: DemoAsk,
  at: Date,
): Promise<void> {
  const after = (minutes: number) => new Date(at.getTime() + minutes * MINUTE_MS);
  const delivered: MessagePatch = { status: "delivered", deliveredAt: after(1) };
  switch (fate) {
    case "scheduled":
      return;
    case "open":
    case "skipped":
      return sendDemoMessage(messageId, at);
    case "canceled":
      await withEvents((tx) =>
        cancelUnsent(tx, { projectId: access.projectId, requestId }, "canceled_by_user"),
      );
      return;
    case "failed":
      return reportDemoMessage(
        access,
        messageId,
        { status: "sending" },
        {
          status: "failed",
          failedAt: after(2),
          failureCode: UNKNOWN_AFTER_CRASH,
          failureMessage: "Starwire stopped while this was being sent: it may have been sent.",
        },
      );
    case "delivered":
      await sendDemoMessage(messageId, at);
      return reportDemoMessage(access, messageId, delivered);
    case "opened":
      await sendDemoMessage(messageId, at);
      return reportDemoMessage(access, messageId, delivered, { openedAt: after(95) });
    case "complained":
      await sendDemoMessage(messageId, at);
      return reportDemoMessage(access, messageId, delivered, {
        status: "complained",
        complainedAt: after(30),
      });
  }
}
