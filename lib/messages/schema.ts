import { z } from "zod";

const id = z.string().min(1).max(100);

/** Message statuses as people and programs see them: `sending` is internal. */
export const SHOWN_STATUSES = [
  "scheduled",
  "sent",
  "delivered",
  "failed",
  "complained",
  "canceled",
  "skipped",
] as const;

export const messageFilters = z.object({
  search: z.string().trim().max(200).default(""),
  channel: z.enum(["all", "email", "sms"]).default("all"),
  template: z.enum(["all", "request", "reminder"]).default("all"),
  status: z.enum(["all", ...SHOWN_STATUSES, "opened", "clicked"]).default("all"),
  /** Made within so many days; 0 = ever. */
  days: z.int().min(0).max(3650).default(0),
});

export type MessageFilters = z.output<typeof messageFilters>;

export const messageListInput = messageFilters.extend({
  cursor: z.string().max(100).nullable().default(null),
});

export type MessageListInput = z.output<typeof messageListInput>;

export const messageIdInput = z.object({ id });

export const rescheduleInput = z.object({
  id,
  sendAt: z.iso
    .datetime({ offset: true, error: "Enter a date and time." })
    .transform((text) => new Date(text)),
});

export type RescheduleInput = z.output<typeof rescheduleInput>;
