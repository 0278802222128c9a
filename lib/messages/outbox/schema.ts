import { z } from "zod";

export const outboxListInput = z.object({ cursor: z.string().max(100).nullable().default(null) });

export type OutboxListInput = z.output<typeof outboxListInput>;
