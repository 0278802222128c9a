import { SEND_MS_MAX } from "@/lib/messages/drivers/message-driver";
import { type MessageDrivers, messageDrivers } from "@/lib/messages/drivers/message-drivers";

/** What sending works with; tests bring their own. */
export type SendTools = {
  drivers: () => MessageDrivers;
  now: () => Date;
  /** After this a sender that hasn't said what became of its message counts as dead. */
  leaseMs: number;
  /** How long to wait after the first, second, … temporary failure; after the last one the message has failed. */
  retryDelaysMs: readonly number[];
};

const MINUTE_MS = 60_000;

/** The lease outlasts a try by far, and ends long before five minutes, the sweep's minute included. */
export const SEND_TOOLS: SendTools = {
  drivers: messageDrivers,
  now: () => new Date(),
  leaseMs: SEND_MS_MAX + 75_000,
  retryDelaysMs: [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE_MS),
};
