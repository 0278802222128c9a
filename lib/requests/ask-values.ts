import type { MessageChannel } from "@/lib/db/generated/enums";
import type { CustomerForm } from "@/lib/customers/schema";
import type { AskForm } from "@/lib/requests/schema";
import { zonedMoment } from "@/lib/zoned-moment";

/** What stands in the form that asks for a review. */
export type AskValues = {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  channel: MessageChannel;
  when: "now" | "later";
  /** As a `datetime-local` input gives it, in the project's time zone. */
  sendAt: string;
  /** 0-3, as a select gives it. */
  reminders: string;
};

/** What the form asks of `askForReview`. @param customerId a customer who exists; null takes the form's person */
export function toAskForm(values: AskValues, customerId: string | null, timeZone: string): AskForm {
  return {
    customer: customerId === null ? toCustomer(values) : { id: customerId },
    channel: values.channel,
    ...toPlan(values, timeZone),
  };
}

/** When to send, and how many reminders. */
export function toPlan(
  { when, sendAt, reminders }: Pick<AskValues, "when" | "sendAt" | "reminders">,
  timeZone: string,
): Pick<AskForm, "sendAt" | "reminders"> {
  return {
    sendAt: when === "now" ? null : (zonedMoment(sendAt, timeZone)?.toISOString() ?? ""),
    reminders: Number(reminders),
  };
}

/** The person in the form. */
export function toCustomer({ firstName, lastName, email, phone }: AskValues): CustomerForm {
  return { firstName, lastName, email: email.trim(), phone };
}
