import { z } from "zod";
import { momentText } from "@/lib/moment-text";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";

/** More than this is asked for in parts. */
export const REPLAY_MAX = 100_000;

/** What a replay may pick: deliveries that have ended. What waits is being sent anyway, what is held has its own buttons. */
export const REPLAY_STATUSES = ["failed", "canceled", "delivered"] as const;

const moment = momentText("Choose a date and time.").pipe(z.coerce.date<string>());

/** Which deliveries of a webhook are sent again: of these states, of these types (none: all), recorded in this time. */
export const replayInput = z
  .object({
    webhookId: z.string().min(1).max(40),
    statuses: z.array(z.enum(REPLAY_STATUSES)).min(1, "Choose at least one status."),
    types: z.array(z.enum(EVENT_TYPES)).default([]),
    from: moment,
    /** Absent: until now. */
    until: moment.optional(),
  })
  .refine(({ from, until }) => !until || from < until, {
    message: "The end must be after the beginning.",
    path: ["until"],
  });

export const oneReplayInput = z.object({ replayId: z.string().min(1).max(40) });

export type ReplayInput = z.output<typeof replayInput>;
