import type { GivenReview, OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { confirmIntents } from "@/lib/rating-links/rating-intents";
import { ratingOfLink } from "@/lib/reviews/rating-of-link";
import { saveRating } from "@/lib/reviews/save-rating";
import type { Score } from "@/lib/reviews/score";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * Saves the rating of a landing that somebody confirmed, by a first touch or the button. Like landing it only creates.
 * @param isSuspect whoever confirmed could have been a program.
 * @returns the request's review, new or not; null when the request was canceled meanwhile.
 */
export async function confirmRating(
  link: OpenRatingLink,
  score: Score,
  isSuspect = false,
): Promise<GivenReview | null> {
  return withEvents(async (tx) => {
    const { review, isNew } = await saveRating(tx, link, ratingOfLink(link, score, isSuspect));
    if (isNew) await confirmIntents(tx, link.id, score);
    return review;
  });
}
