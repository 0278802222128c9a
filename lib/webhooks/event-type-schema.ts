import { z } from "zod";
import { env } from "@/lib/env";
import { envelopeSchema } from "@/lib/webhooks/envelope-schema";
import type { EventType } from "@/lib/webhooks/event-catalog";
import { sampleEnvelope } from "@/lib/webhooks/sample-envelope";

/** The JSON Schema (2020-12) of a whole notification of this type, with its sample. */
export function eventTypeSchema(type: EventType): Record<string, unknown> {
  return {
    ...z.toJSONSchema(envelopeSchema(type), { io: "input" }),
    $id: `${env().APP_URL}/api/event-types/${type}.json`,
    title: type,
    examples: [sampleEnvelope(type)],
  };
}
