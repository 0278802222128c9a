import type { MessageChannel } from "@/lib/db/generated/enums";

/** One demo ask; its customer is a place in the list of customers. */
export type DemoAsk = {
  /** When the request was to leave; in the future when negative. */
  daysAgo: number;
  customer: number;
  channel: MessageChannel;
  reminders: number;
  /** What became of the request. `scheduled` and `open` have their reminders still to come. */
  fate: "scheduled" | "open" | "delivered" | "opened" | "failed" | "complained" | "skipped" | "canceled";
};

/** A message in every state but `clicked`, which those of the reviews are. */
export const BAKERY_ASKS: DemoAsk[] = [
  { daysAgo: 34, customer: 16, channel: "email", reminders: 0, fate: "complained" },
  { daysAgo: 20, customer: 12, channel: "email", reminders: 0, fate: "failed" },
  { daysAgo: 12, customer: 20, channel: "sms", reminders: 0, fate: "delivered" },
  { daysAgo: 8, customer: 15, channel: "email", reminders: 0, fate: "opened" },
  { daysAgo: 6, customer: 3, channel: "email", reminders: 0, fate: "skipped" },
  { daysAgo: 2, customer: 10, channel: "email", reminders: 2, fate: "delivered" },
  { daysAgo: 1, customer: 1, channel: "sms", reminders: 1, fate: "open" },
  { daysAgo: 0, customer: 23, channel: "email", reminders: 2, fate: "open" },
  { daysAgo: -2, customer: 5, channel: "email", reminders: 3, fate: "scheduled" },
  { daysAgo: -3, customer: 4, channel: "email", reminders: 1, fate: "canceled" },
];
