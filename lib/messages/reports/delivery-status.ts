import { createHash } from "node:crypto";
import { isNoSuchAddress } from "@/lib/messages/drivers/smtp-failure";
import {
  type MimePart,
  mediaType,
  mimeParts,
  readFields,
  readMimePart,
} from "@/lib/messages/reports/mime-parts";
import type { MessageReport } from "@/lib/messages/reports/report";

/** A message of ours, wherever a report names it: as its envelope id, or in its Message-ID. */
export const OWN_ID = /\bmsg_[0-9A-Z]{26}\b/;

export type DeliveryStatus = { messageId: string; report: MessageReport };

/**
 * What a returned mail says about a message of ours: a delivery status notification (RFC 3464), which names the message
 * by the envelope id that went with it (RFC 3461), or else by the headers that it returns. Null for any other mail, and
 * where nothing is final: a delay, or that it was passed on to a server that reports nothing.
 * @param raw the whole mail
 */
export function readDeliveryStatus(raw: string, now: Date): DeliveryStatus | null {
  const mail = readMimePart(raw);
  if (mediaType(mail) !== "multipart/report") return null;
  const parts = mimeParts(mail);
  const status = parts.find((part) => mediaType(part) === "message/delivery-status");
  if (!status) return null;
  const [ofMessage = "", ...ofRecipients] = status.body.split(/\n[ \t]*\n/);
  const envelopeId = readFields(ofMessage).get("original-envelope-id") ?? "";
  const messageId = OWN_ID.exec(envelopeId)?.[0] ?? returnedId(parts);
  // One recipient a mail.
  const recipient = readFields(ofRecipients.find((group) => group.trim() !== "") ?? "");
  const outcome = readOutcome(recipient);
  if (messageId === undefined || outcome === null) return null;
  const at = new Date(mail.headers.get("date") ?? "");
  return {
    messageId,
    report: {
      id: `dsn:${createHash("sha256").update(raw).digest("base64url")}`,
      at: Number.isNaN(at.getTime()) ? now : at,
      ...outcome,
    },
  };
}

/** The headers of the mail that is reported about come back as the last part. */
function returnedId(parts: readonly MimePart[]): string | undefined {
  const returned = parts.find((part) => ["text/rfc822-headers", "message/rfc822"].includes(mediaType(part)));
  const header = readMimePart(returned?.body ?? "").headers.get("message-id") ?? "";
  return OWN_ID.exec(header)?.[0];
}

const DETAIL_MAX = 300;

function readOutcome(
  recipient: ReadonlyMap<string, string>,
): Pick<MessageReport, "kind" | "detail" | "failure"> | null {
  const action = recipient.get("action")?.toLowerCase();
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(recipient.get("status") ?? "")?.[0] ?? null;
  const diagnostic = recipient.get("diagnostic-code")?.replace(/^[\w-]+;\s*/, "");
  const detail = (diagnostic ?? status)?.slice(0, DETAIL_MAX) ?? null;
  if (action === "delivered") return { kind: "delivered", detail, failure: null };
  if (action !== "failed") return null;
  const message = detail ? `It was returned: ${detail}` : "It was returned as undeliverable.";
  return {
    // A bounce says that nobody is reached there, also later; a full mailbox or a refused text doesn't.
    kind: status !== null && isNoSuchAddress(status) ? "bounced" : "failed",
    detail,
    failure: { code: "bounced", message, providerCode: status },
  };
}
