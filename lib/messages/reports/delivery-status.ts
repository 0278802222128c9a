import { createHash } from "node:crypto";
import PostalMime, { type Attachment, type Email } from "postal-mime";
import { isNoSuchAddress } from "@/lib/messages/drivers/smtp-failure";
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
export async function readDeliveryStatus(raw: string, now: Date): Promise<DeliveryStatus | null> {
  const mail = await readMail(raw);
  const type = mail?.headers.find(({ key }) => key === "content-type")?.value ?? "";
  if (!mail || !/^multipart\/report\b/i.test(type)) return null;
  const status = mail.attachments.find(({ mimeType }) => mimeType === "message/delivery-status");
  if (!status) return null;
  const [ofMessage = "", ...ofRecipients] = textOf(status).split(/\n[ \t]*\n/);
  const envelopeId = readFields(ofMessage).get("original-envelope-id") ?? "";
  const messageId = OWN_ID.exec(envelopeId)?.[0] ?? (await returnedId(mail.attachments));
  // One recipient a mail.
  const recipient = readFields(ofRecipients.find((group) => group.trim() !== "") ?? "");
  const outcome = readOutcome(recipient);
  if (messageId === undefined || outcome === null) return null;
  const at = new Date(mail.date ?? "");
  return {
    messageId,
    report: {
      id: `dsn:${createHash("sha256").update(raw).digest("base64url")}`,
      at: Number.isNaN(at.getTime()) ? now : at,
      ...outcome,
    },
  };
}

/** Null for what goes beyond the parser's limits. */
function readMail(raw: string): Promise<Email | null> {
  return PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: "utf8" }).catch(
    () => null,
  );
}

const textOf = ({ content }: Attachment): string => (typeof content === "string" ? content : "");

/** Lines of `Name: value`, the first of each name, folded lines joined. */
function readFields(lines: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\n[ \t]+/g, " ")
    .split("\n")) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), (value ?? "").trim());
  }
  return fields;
}

/** The mail that is reported about comes back as the last part, whole or its headers alone. */
async function returnedId(parts: readonly Attachment[]): Promise<string | undefined> {
  const returned = parts.find(({ mimeType }) => ["text/rfc822-headers", "message/rfc822"].includes(mimeType));
  const mail = returned && (await readMail(textOf(returned)));
  return OWN_ID.exec(mail?.messageId ?? "")?.[0];
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
