import { noteRating } from "@/lib/messages/note-rating";
import type { GivenReview, OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { confirmIntents } from "@/lib/rating-links/rating-intents";
import { changeReview } from "@/lib/reviews/change-review";
import { claimForm, noteFormReview } from "@/lib/reviews/claim-form";
import { findGivenReview, givenReview } from "@/lib/reviews/given-review";
import type { Score } from "@/lib/reviews/score";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * "You rated 5. Change it to 3?" answered with the button. Changes nothing when the form was sent before, or when the
 * score is no longer the one the question named: then the customer is asked again.
 * @returns the review as it is now; null when the request was canceled meanwhile.
 */
export async function changeRating(
  link: OpenRatingLink,
  form: { nonce: string; from: Score; to: Score },
): Promise<GivenReview | null> {
  return withEvents(async (tx) => {
    const existing = await findGivenReview(tx, link);
    if (!existing || !(await claimForm(tx, form.nonce))) return existing && findGivenReview(tx, link);
    const { review } = await changeReview(tx, { id: existing.id, projectId: link.project.id }, (now) =>
      now.score === form.from ? { score: form.to } : {},
    );
    await noteRating(tx, link, null);
    await confirmIntents(tx, link.id, form.to);
    await noteFormReview(tx, form.nonce, review.id);
    return givenReview(review);
  });
}
