import type { MessageChannel } from "@/lib/db/generated/enums";
import { env } from "@/lib/env";

type SenderNames = {
  projectName: string;
  /** Of the message settings; empty: the project's name. */
  senderName: string;
};

/**
 * Whom a message says it is from: `Riverside Bakery <reviews@example.com>` by e-mail, the sender's number or id by SMS. A
 * name with a comma or the like is quoted (RFC 5322, 3.4). While no sender is configured, which only an outbox allows, an
 * address of this server or the name stands for it.
 */
export function senderAddress(channel: MessageChannel, names: SenderNames): string {
  const { name, address } = senderMailbox(names);
  if (channel === "sms") return env().TWILIO_FROM ?? name;
  const isPlain = !/[()<>[\]:;@\\,."]/.test(name);
  return `${isPlain ? name : `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"`} <${address}>`;
}

/** The same for a mail's `From`, in its parts. */
export function senderMailbox(names: SenderNames): { name: string; address: string } {
  const name = oneLine(names.senderName) || oneLine(names.projectName);
  return { name, address: env().EMAIL_FROM ?? `reviews@${new URL(env().APP_URL).hostname}` };
}

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
