import type { GivenReview, OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { confirmIntents } from "@/lib/rating-links/rating-intents";
import { findGivenReview, givenReview } from "@/lib/reviews/given-review";
import { insertRatedReview } from "@/lib/reviews/insert-rated-review";
import { ratingOfLink } from "@/lib/reviews/rating-of-link";
import type { Score } from "@/lib/reviews/score";
import { wakeAfterCommit, withEvents } from "@/lib/webhooks/with-events";

/**
 * Saves the rating of a landing that somebody confirmed, by a first touch or the button. Like landing it only creates.
 * @returns the request's review, new or not; null when the request was canceled meanwhile.
 */
export async function confirmRating(link: OpenRatingLink, score: Score): Promise<GivenReview | null> {
  return withEvents(async (tx) => {
    const review = await insertRatedReview(tx, ratingOfLink(link, score));
    if (!review) return findGivenReview(tx, link);
    wakeAfterCommit(tx, link.project.id);
    await confirmIntents(tx, link.id);
    return givenReview(review);
  });
}
