import type { OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import type { NewRating } from "@/lib/reviews/insert-rated-review";
import type { Score } from "@/lib/reviews/score";

/** The rating that a visit of this link makes. */
export function ratingOfLink(link: OpenRatingLink, score: Score, isSuspect = false): NewRating {
  return {
    project: link.project,
    request: link.request,
    messageId: link.message?.id ?? null,
    score,
    origin: link.channel,
    isSuspect,
  };
}
