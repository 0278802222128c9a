import { isDeepStrictEqual } from "node:util";
import type { ReviewPayload } from "@/lib/webhooks/review-payload";

/** These change with every revision and would only repeat it. */
const ALWAYS_CHANGING = new Set(["revision", "updated_at"]);

/** The fields of a review that differ, with their old values, as `changes` and `previous` of an event. */
export function payloadChanges(before: ReviewPayload, after: ReviewPayload) {
  const old = new Map<string, unknown>(Object.entries(before));
  const changes = Object.entries(after)
    .filter(([field, value]) => !ALWAYS_CHANGING.has(field) && !isDeepStrictEqual(value, old.get(field)))
    .map(([field]) => field);
  return { changes, previous: Object.fromEntries(changes.map((field) => [field, old.get(field)])) };
}
