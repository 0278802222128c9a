import { newId } from "@/lib/ids";
import type { EventType } from "@/lib/webhooks/event-catalog";
import { recordEvent } from "@/lib/webhooks/record-event";
import { reviewSample } from "@/lib/webhooks/review-payload";
import { withEvents } from "@/lib/webhooks/with-events";

type Project = { id: string; name: string; slug: string };

/** Records the next event of a review, as its commands do: created first, then updated. @returns its id */
export async function recordTestEvent(
  project: Project,
  reviewId = newId("rev"),
  revision = 1,
  type: EventType = revision === 1 ? "review-created" : "review-updated",
): Promise<string> {
  const data = { ...reviewSample, id: reviewId, revision };
  return withEvents((tx) => recordEvent(tx, { project, type, data }));
}

/** Records an event in a transaction that fails afterwards. @returns the id that must never be seen */
export async function rollBackTestEvent(
  project: Project,
  reviewId: string,
  revision: number,
): Promise<string> {
  let id = "";
  const data = { ...reviewSample, id: reviewId, revision };
  const change = withEvents(async (tx) => {
    id = await recordEvent(tx, { project, type: "review-updated", data });
    throw new RolledBack();
  });
  await change.catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  return id;
}

class RolledBack extends Error {
  override name = "RolledBack";
}
