import { z } from "zod";

/** What the buttons of the Outbox report in a provider's place. */
export const OUTBOX_REPORTS = ["delivered", "opened", "bounced", "complained", "stop"] as const;

export type OutboxReport = (typeof OUTBOX_REPORTS)[number];

export const outboxListInput = z.object({ cursor: z.string().max(100).nullable().default(null) });

export const outboxReportInput = z.object({
  messageId: z.string().min(1).max(100),
  kind: z.enum(OUTBOX_REPORTS),
});

export type OutboxListInput = z.output<typeof outboxListInput>;
