import { z } from "zod";
import { EVENT_CATALOG, EVENT_TYPES, type EventType } from "@/lib/webhooks/event-catalog";
import { messagePayload } from "@/lib/webhooks/message-payload";
import { reviewPayload } from "@/lib/webhooks/review-payload";

const envelope = {
  id: z.string().describe("The same on every retry: drop what you have seen"),
  version: z.literal(1).describe("Of this format. Fields may be added to it: ignore what you don't know"),
  created_at: z.iso
    .datetime({ precision: 3 })
    .describe("When the change was made. All times are UTC with milliseconds"),
  test: z.boolean().describe("True for a test event: its data is a sample"),
  project: z
    .object({
      id: z.string().describe("Starts with prj_"),
      name: z.string().describe("The name as it was then"),
      slug: z.string().describe("Its part of the address in Starwire"),
    })
    .describe("Where it happened"),
  changes: z.array(z.string()).nullable().describe("Names of the changed fields of `data`, on updates"),
  previous: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe("Old values of the changed fields, on updates"),
  reason: z.string().nullable().describe("Why it was removed or canceled, on deletes"),
};

/** The whole body of a notification of this type. */
export function envelopeSchema(type: EventType) {
  return z
    .object({
      ...envelope,
      type: z.literal(type).describe("Which of the six"),
      data: EVENT_CATALOG[type].schema,
    })
    .describe(EVENT_CATALOG[type].description);
}

/** The body of a notification of any type. */
export const envelopeAnswer = z.object({
  ...envelope,
  type: z.enum(EVENT_TYPES).describe("Which of the six"),
  data: z.union([reviewPayload, messagePayload]).describe("The whole review or message at that moment"),
});
