import type { Customer } from "@/lib/db/generated/client";
import type { MessageChannel, SuppressionReason } from "@/lib/db/generated/enums";

type Reached = Pick<Customer, "email" | "phone" | "emailUnsubscribedAt" | "smsUnsubscribedAt">;

/** Where a customer is reached on a channel; null when they can't be. */
export function addressOf(
  customer: Pick<Reached, "email" | "phone">,
  channel: MessageChannel,
): string | null {
  return channel === "email" ? customer.email : customer.phone;
}

/**
 * Why a customer gets no message on this channel, in a sentence; null when they may get one.
 * @param suppression why their address gets no messages of the project
 */
export function refusalOf(
  customer: Reached,
  channel: MessageChannel,
  suppression: SuppressionReason | null,
): string | null {
  const address = addressOf(customer, channel);
  if (address === null) return MISSING[channel];
  const unsubscribedAt = channel === "email" ? customer.emailUnsubscribedAt : customer.smsUnsubscribedAt;
  if (unsubscribedAt !== null) return UNSUBSCRIBED[channel];
  switch (suppression) {
    case null:
      return null;
    case "unsubscribed":
      return UNSUBSCRIBED[channel];
    case "stopped":
      return `${address} answered STOP and gets no more SMS.`;
    case "bounced":
      return `Messages to ${address} can't be delivered. Check the address.`;
    case "complained":
      return `${address} reported a message of this project as spam and gets no more.`;
  }
}

const MISSING = {
  email: "This customer has no e-mail address.",
  sms: "This customer has no phone number.",
} as const satisfies Record<MessageChannel, string>;

const UNSUBSCRIBED = {
  email: "This customer has unsubscribed from e-mails.",
  sms: "This customer has unsubscribed from SMS.",
} as const satisfies Record<MessageChannel, string>;
