import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { OutboxReport } from "@/lib/messages/outbox/schema";
import { answerEmailReport } from "@/lib/messages/reports/answer-email-report";
import { answerTwilio } from "@/lib/messages/reports/answer-twilio";
import { outboxSecret } from "@/lib/messages/reports/inbound-secrets";
import { twilioSignature } from "@/lib/messages/reports/twilio-signature";
import { twilioUrl } from "@/lib/messages/reports/twilio-url";
import { signWebhook } from "@/lib/webhooks/signature";

type OutboxMessage = { id: string; to: string };

/**
 * What a button of the Outbox does: the same signed request that a provider would send, through the same door. E-mail can
 * be delivered, opened, bounced and complained about; an SMS delivered, bounced and answered with STOP.
 * @throws AppError `not_found`; `conflict` for a message that isn't in the Outbox; `invalid` for what its channel can't
 */
export async function reportFromOutbox(
  access: Access,
  { messageId, kind }: { messageId: string; kind: OutboxReport },
): Promise<void> {
  const message = await db.message.findFirst({
    where: { id: messageId, projectId: access.projectId },
    select: { id: true, to: true, channel: true, provider: true },
  });
  if (!message) throw new AppError("not_found");
  if (message.provider !== "outbox") throw new AppError("conflict", "This message isn't in the Outbox.");
  const answer =
    message.channel === "email" ? await reportEmail(message, kind) : await reportSms(message, kind);
  if (!answer.ok) throw new Error(`The door answered ${answer.status}: ${await answer.text()}`);
}

function reportEmail(message: OutboxMessage, kind: OutboxReport): Promise<Response> {
  if (kind === "stop") throw new AppError("invalid", "Only an SMS can be answered with STOP.");
  const id = newId("rpt");
  const timestamp = Math.floor(Date.now() / 1_000);
  const body = JSON.stringify({
    type: `email.${kind}`,
    timestamp: new Date().toISOString(),
    data: { message_id: message.id, detail: kind === "bounced" ? "Bounced by hand in the Outbox" : null },
  });
  return answerEmailReport(
    new Request(`${env().APP_URL}/api/inbound/email`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": signWebhook(id, timestamp, body, [outboxSecret()]),
      },
      body,
    }),
  );
}

function reportSms(message: OutboxMessage, kind: OutboxReport): Promise<Response> {
  const form = smsForm(message, kind);
  if (!form) throw new AppError("invalid", "An SMS can't be reported like this.");
  const url = twilioUrl(message.id);
  return answerTwilio(
    new Request(url, {
      method: "POST",
      headers: { "x-twilio-signature": twilioSignature(outboxSecret(), url, form) },
      body: form,
    }),
  );
}

function smsForm({ id, to }: OutboxMessage, kind: OutboxReport): URLSearchParams | null {
  switch (kind) {
    case "delivered":
      return new URLSearchParams({ MessageSid: id, MessageStatus: "delivered" });
    case "bounced":
      return new URLSearchParams({ MessageSid: id, MessageStatus: "undelivered", ErrorCode: "30003" });
    case "stop":
      return new URLSearchParams({ MessageSid: newId("rpt"), From: to, Body: "STOP" });
    case "opened":
    case "complained":
      return null;
  }
}
