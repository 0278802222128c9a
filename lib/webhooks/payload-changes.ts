import { isDeepStrictEqual } from "node:util";
import type { MessagePayload } from "@/lib/webhooks/message-payload";
import type { ReviewPayload } from "@/lib/webhooks/review-payload";

/** These change with every revision and would only repeat it. */
const ALWAYS_CHANGING = new Set(["revision", "updated_at"]);

/** The fields of a review or message that differ, with their old values, as `changes` and `previous` of an event. */
export function payloadChanges<Payload extends ReviewPayload | MessagePayload>(
  before: Payload,
  after: Payload,
) {
  const old = new Map<string, unknown>(Object.entries(before));
  const changes = Object.entries(after)
    .filter(([field, value]) => !ALWAYS_CHANGING.has(field) && !isDeepStrictEqual(value, old.get(field)))
    .map(([field]) => field);
  return { changes, previous: Object.fromEntries(changes.map((field) => [field, old.get(field)])) };
}
