import type { MessageChannel, MessageStatus } from "@/lib/db/generated/enums";
import { sendTimeWords } from "@/lib/messages/send-time-words";
import type { Reader } from "@/lib/webhooks/moment-words";

type Tone = "neutral" | "info" | "success" | "warning" | "danger";

const STATUSES: Record<MessageStatus, { tone: Tone; text: string }> = {
  scheduled: { tone: "info", text: "Scheduled" },
  // Being sent is internal.
  sending: { tone: "info", text: "Scheduled" },
  sent: { tone: "success", text: "Sent" },
  delivered: { tone: "success", text: "Delivered" },
  failed: { tone: "danger", text: "Failed" },
  complained: { tone: "danger", text: "Marked as spam" },
  canceled: { tone: "neutral", text: "Canceled" },
  skipped: { tone: "warning", text: "Not sent" },
};

/** A message's state in a word. */
export function messageStatusWords(status: MessageStatus): { tone: Tone; text: string } {
  return STATUSES[status];
}

/** "Request", "Reminder 1". */
export function messageTemplateWords(sequence: number): string {
  return sequence === 1 ? "Request" : `Reminder ${sequence - 1}`;
}

type Told = {
  status: MessageStatus;
  provider: string | null;
  failureMessage: string | null;
  scheduledAt: Date;
  dueAt: Date;
  attempts: number;
};

/** What the state's word leaves open: when it goes, how far it got, or why it didn't. Null when nothing is open. */
export function messageStateDetail(message: Told, reader: Reader): string | null {
  switch (message.status) {
    case "scheduled":
      return scheduledDetail(message, reader);
    case "sending":
      return "Being sent";
    case "sent":
      return SENT_BY[message.provider ?? ""] ?? null;
    case "failed":
    case "skipped":
      return message.failureMessage;
    case "delivered":
    case "complained":
    case "canceled":
      return null;
  }
}

/** What became of a message that somebody has just asked to send, in a sentence. */
export function messageOutcomeWords(
  message: Told,
  reader: Reader,
): { tone: "info" | "success" | "danger"; text: string } {
  const detail = messageStateDetail(message, reader);
  switch (message.status) {
    case "scheduled":
    case "sending":
      return { tone: "info", text: `${detail ?? "On its way"}.` };
    case "sent":
    case "delivered":
      return { tone: "success", text: message.provider === "outbox" ? "Sent to the Outbox." : "Sent." };
    case "failed":
    case "skipped":
      return { tone: "danger", text: `Not sent: ${detail ?? "the reason is unknown."}` };
    case "complained":
    case "canceled":
      return { tone: "info", text: `${STATUSES[message.status].text}.` };
  }
}

const SENT_BY: Record<string, string> = {
  outbox: "In the Outbox",
  smtp: "Accepted by the mail server",
  twilio: "Accepted by the SMS provider",
};

function scheduledDetail({ scheduledAt, dueAt, attempts, failureMessage }: Told, reader: Reader): string {
  const at = dueAt > scheduledAt ? dueAt : scheduledAt;
  if (at <= reader.now) return "Leaves in a moment";
  const when = sendTimeWords(at, reader);
  if (attempts === 0) return `Will be sent ${when}`;
  return `${failureMessage ?? "It could not be sent yet."} Next try ${when}`;
}

/** "E-mail request", "SMS reminder 1". */
export function messageName({ channel, sequence }: { channel: MessageChannel; sequence: number }): string {
  return `${channel === "email" ? "E-mail" : "SMS"} ${messageTemplateWords(sequence).toLowerCase()}`;
}
