import { type Components, type JsonSchema, toJsonSchema } from "@/lib/api/openapi/json-schema";
import { EVENT_CATALOG, EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { envelopeSchema } from "@/lib/webhooks/envelope-schema";
import { sampleEnvelope } from "@/lib/webhooks/sample-envelope";

/** The six notifications as the `webhooks` section of the document, each with its sample. */
export function buildWebhooks(components: Components): JsonSchema {
  return Object.fromEntries(
    EVENT_TYPES.map((type) => [
      type,
      {
        post: {
          operationId: type,
          tags: ["Notifications"],
          summary: EVENT_CATALOG[type].description,
          security: [],
          parameters: HEADERS,
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: toJsonSchema(envelopeSchema(type), "output", components),
                examples: { sample: { value: sampleEnvelope(type) } },
              },
            },
          },
          responses: { "2XX": { description: "Any 2xx within 15 s confirms; the body is ignored" } },
        },
      },
    ]),
  );
}

const header = (name: string, description: string): JsonSchema => ({
  name,
  in: "header",
  required: true,
  description,
  schema: { type: "string" },
});

const HEADERS = [
  header("webhook-id", "The event's id, the same on every retry"),
  header("webhook-timestamp", "Of the attempt, in seconds since 1970"),
  header("webhook-signature", "`v1,…`: HMAC-SHA256 of id, timestamp and raw body, one per valid secret"),
  header("starwire-delivery", "The delivery's id"),
  header("starwire-attempt", "1 for the first attempt"),
];
