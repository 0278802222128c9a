import type { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import { type MessageDriver, type OutgoingEmail, SEND_MS_MAX } from "@/lib/messages/drivers/message-driver";
import { smtpFailure, type SmtpError } from "@/lib/messages/drivers/smtp-failure";
import { singleAddress } from "@/lib/messages/sending/single-address";

export type SmtpSettings = {
  /** `smtp://user:password@host:587`, `smtps://…` */
  url: string;
  /** Where returned mails go, and somebody pipes them to us; null: to the sender's mailbox. */
  returnPath: string | null;
  connectionsMax: number;
  /** How long to wait for the connection, its greeting, and any reply. */
  replyMs: number;
  /** How long handing over one message may take in all. */
  totalMs: number;
};

export const SMTP_SETTINGS: Omit<SmtpSettings, "url"> = {
  returnPath: null,
  connectionsMax: 10,
  replyMs: 20_000,
  totalMs: SEND_MS_MAX,
};

/** What a header of ours can't be: these are written from the message's own fields. */
const OWN_HEADERS =
  /^(?:from|to|cc|bcc|sender|subject|date|message-id|return-path|mime-version|content-.*)$/i;

/**
 * Sends mail over a pool of SMTP connections. One recipient a mail, given as an object: nodemailer would split text at a
 * comma. A message is tried anew by nodemailer only while not a byte of it was read.
 */
export function createSmtpDriver(settings: SmtpSettings): MessageDriver<OutgoingEmail> {
  const transport = createTransport({
    pool: true,
    url: settings.url,
    maxConnections: settings.connectionsMax,
    connectionTimeout: settings.replyMs,
    greetingTimeout: settings.replyMs,
    socketTimeout: settings.replyMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The bytes of a message that is being handed over; they are read once the server has asked for them.
  const bytes = new Map<string, Readable>();
  transport.use("stream", ({ data, message }, done) => {
    const create = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = create(options);
      bytes.set(data.messageId ?? "", stream);
      return stream;
    };
    done();
  });

  return {
    name: "smtp",
    isReal: true,
    async send(mail) {
      const to = singleAddress(mail.to.address);
      if (to === null) {
        const failure = {
          code: "invalid_address",
          message: "This isn't one e-mail address.",
          providerCode: null,
        };
        return { kind: "refused", failure };
      }
      const messageId = messageIdOf(mail);
      try {
        await transport.sendMail({
          messageId,
          from: mail.from,
          to: { name: mail.to.name, address: to },
          envelope: { from: settings.returnPath ?? mail.from.address, to: [to] },
          subject: mail.subject,
          text: mail.text,
          ...(mail.html !== null && { html: mail.html }),
          headers: {
            "Auto-Submitted": "auto-generated",
            ...Object.fromEntries(Object.entries(mail.headers).filter(([name]) => !OWN_HEADERS.test(name))),
          },
          dsn: {
            id: mail.id,
            return: "headers",
            // News of a success would only fill a mailbox that nobody pipes to us.
            notify: settings.returnPath === null ? ["failure"] : ["success", "failure"],
            recipient: `rfc822;${to}`,
          },
          signal: AbortSignal.timeout(settings.totalMs),
        });
        return { kind: "accepted", providerMessageId: messageId };
      } catch (error) {
        return smtpFailure(toSmtpError(error), bytes.get(messageId)?.readableDidRead ?? false);
      } finally {
        bytes.delete(messageId);
      }
    },
    close: async () => transport.close(),
  };
}

/** `<msg_…@host of the sender>`: the same at every try. */
export function messageIdOf(mail: { id: string; from: { address: string } }): string {
  return `<${mail.id}@${mail.from.address.split("@").at(-1)}>`;
}

function toSmtpError(error: unknown): SmtpError {
  return error instanceof Error ? error : { message: String(error) };
}
