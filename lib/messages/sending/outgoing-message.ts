import { z } from "zod";
import { safeLine } from "@/lib/messages/content/safe-words";
import type { OutgoingEmail, OutgoingSms } from "@/lib/messages/drivers/message-driver";
import type { MessageToSend } from "@/lib/messages/sending/lock-for-sending";
import { senderAddress, senderMailbox } from "@/lib/messages/sending/sender-address";

const storedHeaders = z.record(z.string(), z.string());

/** A stored e-mail as its driver gets it, from whoever sends for its project now. */
export function outgoingEmail(message: MessageToSend): OutgoingEmail {
  const { firstName, lastName } = message.customer;
  return {
    id: message.id,
    from: senderMailbox(senderNames(message)),
    to: { name: safeLine([firstName, lastName].filter(Boolean).join(" ")), address: message.to },
    subject: message.subject ?? "",
    text: message.content?.text ?? "",
    html: message.content?.html ?? null,
    headers: storedHeaders.parse(message.content?.headers ?? {}),
  };
}

/** A stored SMS as its driver gets it. */
export function outgoingSms(message: MessageToSend): OutgoingSms {
  return { id: message.id, from: presentSender(message), to: message.to, text: message.content?.text ?? "" };
}

/** Whom the message says it is from if it leaves now; the environment may have changed since it was made. */
export function presentSender(message: MessageToSend): string {
  return senderAddress(message.channel, senderNames(message));
}

function senderNames({ project }: MessageToSend) {
  return { projectName: project.name, senderName: project.messageSettings?.senderName ?? "" };
}
