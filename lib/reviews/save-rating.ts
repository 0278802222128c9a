import type { Tx } from "@/lib/db/client";
import { noteRating } from "@/lib/messages/note-rating";
import type { GivenReview, OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { findGivenReview, givenReview } from "@/lib/reviews/given-review";
import { insertRatedReview, type NewRating } from "@/lib/reviews/insert-rated-review";
import { wakeAfterCommit } from "@/lib/webhooks/with-events";

/**
 * Saves a link's rating inside `withEvents`, where there is none yet, and settles the messages of its request.
 * @returns the request's review, new or not; null when the request was canceled meanwhile.
 */
export async function saveRating(
  tx: Tx,
  link: OpenRatingLink,
  rating: NewRating,
): Promise<{ review: GivenReview | null; isNew: boolean }> {
  const inserted = await insertRatedReview(tx, rating);
  if (inserted) wakeAfterCommit(tx, link.project.id);
  const review = inserted ? givenReview(inserted) : await findGivenReview(tx, link);
  if (review) await noteRating(tx, link, inserted?.id ?? null);
  return { review, isNew: inserted !== null };
}
