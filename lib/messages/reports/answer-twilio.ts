import { logger } from "@/lib/logger";
import { escapeHtml } from "@/lib/escape-html";
import { twilioMessageFailure } from "@/lib/messages/drivers/twilio-failure";
import { answerInbound, badSignature } from "@/lib/messages/reports/inbound-door";
import { twilioTokens } from "@/lib/messages/reports/inbound-secrets";
import { replyWord } from "@/lib/messages/reports/reply-word";
import type { MessageReport } from "@/lib/messages/reports/report";
import { takeReply } from "@/lib/messages/reports/take-reply";
import { takeReport } from "@/lib/messages/reports/take-report";
import { isSignedByTwilio } from "@/lib/messages/reports/twilio-signature";
import { twilioUrlWith } from "@/lib/messages/reports/twilio-url";
import { readForm } from "@/lib/read-form";

const KIND_OF: Readonly<Record<string, MessageReport["kind"]>> = {
  sent: "sent",
  delivered: "delivered",
  read: "opened",
  undelivered: "failed",
  failed: "failed",
};

/**
 * `POST /api/inbound/twilio`: what became of an SMS, and what customers reply. The signature covers the public URL, so it
 * is checked against `APP_URL` whatever host a proxy names.
 */
export async function answerTwilio(request: Request): Promise<Response> {
  return answerInbound(async () => {
    const form = await readForm(request);
    const { search, searchParams } = new URL(request.url);
    const signature = request.headers.get("x-twilio-signature");
    if (!isSignedByTwilio(signature, twilioUrlWith(search), form, twilioTokens())) throw badSignature();
    const messageId = searchParams.get("message");
    if (form.has("MessageStatus")) {
      await takeStatus(form, messageId);
      return twiml();
    }
    return takeText(form, messageId);
  });
}

async function takeStatus(form: URLSearchParams, messageId: string | null): Promise<void> {
  const sid = form.get("MessageSid") ?? "";
  const status = form.get("MessageStatus") ?? "";
  const kind = KIND_OF[status];
  // Queued, accepted, sending: nothing that anyone needs to know.
  if (!kind) return;
  const code = Number.parseInt(form.get("ErrorCode") ?? "", 10);
  const errorCode = Number.isNaN(code) ? null : code;
  const result = await takeReport(
    messageId ? { id: messageId } : { providers: ["twilio"], providerMessageId: sid },
    {
      id: `twilio:${sid}:${status}`,
      kind,
      at: new Date(),
      detail: errorCode === null ? null : `Error ${errorCode}`,
      failure: kind === "failed" ? twilioMessageFailure(errorCode, form.get("ErrorMessage")) : null,
    },
  );
  if (result === "unknown_message") logger.warn({ status }, "a report about an SMS that isn't ours");
}

async function takeText(form: URLSearchParams, messageId: string | null): Promise<Response> {
  const handled = form.get("OptOutType");
  const word = replyWord(handled ?? form.get("Body") ?? "");
  const from = form.get("From");
  if (!word || !from) return twiml();
  const [name] = await takeReply(from, word, messageId);
  // STOP and START are confirmed by Twilio itself, and what it has handled it has answered.
  if (word !== "help" || handled !== null) return twiml();
  return twiml(`You get messages from ${name ?? "us"} that ask for a review. Reply STOP to opt out.`);
}

function twiml(text?: string): Response {
  const message = text === undefined ? "" : `<Message>${escapeHtml(text)}</Message>`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?><Response>${message}</Response>`, {
    headers: { "content-type": "text/xml; charset=utf-8", "cache-control": "no-store" },
  });
}
