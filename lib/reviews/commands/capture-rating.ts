import { db } from "@/lib/db/client";
import { rawClient } from "@/lib/db/raw-client";
import type { GivenReview, OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { findGivenReview, givenReview } from "@/lib/reviews/given-review";
import { insertRatedReview } from "@/lib/reviews/insert-rated-review";
import { ratingOfLink } from "@/lib/reviews/rating-of-link";
import { saveRating } from "@/lib/reviews/save-rating";
import type { Score } from "@/lib/reviews/score";
import { wakeRelay } from "@/lib/webhooks/wake-relay";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * Saves the rating of a landing. Landing only ever creates: a review that exists stays as it is.
 * One statement, one round trip; where the request has messages, a transaction with what becomes of them.
 * @param isSuspect the visit looked automatic and is saved all the same ("save every click").
 * @returns the request's review, new or not; null when the request was canceled meanwhile.
 */
export async function captureRating(
  link: OpenRatingLink,
  score: Score,
  isSuspect = false,
): Promise<GivenReview | null> {
  const rating = ratingOfLink(link, score, isSuspect);
  if (link.request.hasMessages) return withEvents(async (tx) => (await saveRating(tx, link, rating)).review);
  const review = await insertRatedReview(rawClient, rating);
  if (!review) return findGivenReview(db, link);
  wakeRelay(link.project.id);
  return givenReview(review);
}
