import type { Tx } from "@/lib/db/client";
import type { Review } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { noteRating } from "@/lib/messages/note-rating";
import type { GivenReview, OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { confirmIntents } from "@/lib/rating-links/rating-intents";
import { PAGE_WORDS } from "@/lib/review-page/page-words";
import { changeReview, type ReviewPatch } from "@/lib/reviews/change-review";
import { claimForm, noteFormReview } from "@/lib/reviews/claim-form";
import { findGivenReview, givenReview } from "@/lib/reviews/given-review";
import { ratingOfLink } from "@/lib/reviews/rating-of-link";
import { saveRating } from "@/lib/reviews/save-rating";
import { type Score, toScore } from "@/lib/reviews/score";
import { withEvents } from "@/lib/webhooks/with-events";

export type ReviewForm = { nonce: string; score: Score | null; body: string | null };

export type SubmitResult = { review: GivenReview; isReplay: boolean };

/**
 * Submit and resubmit of the hosted page. Rating and submitting are two changes, also when one form does both: then
 * `review-created` (rated, revision 1) and `review-updated` (submitted) are recorded in this order in one transaction.
 * @param form `isSuspect`: whoever sent it could have been a program; noted where the form makes the rating.
 * @returns the review as it is now; `isReplay` when this form was sent before, which changes nothing. Null when the
 *   request was canceled meanwhile.
 * @throws AppError `invalid` on field `score` when there is neither a rating nor stars in the form.
 */
export async function submitReview(
  link: OpenRatingLink,
  form: ReviewForm & { isSuspect?: boolean },
): Promise<SubmitResult | null> {
  return withEvents(async (tx) => {
    if (!(await claimForm(tx, form.nonce))) {
      const review = await findGivenReview(tx, link);
      return review && { review, isReplay: true };
    }
    const given = await findGivenReview(tx, link);
    const existing = given ?? (await rate(tx, link, form));
    if (!existing) return null;
    const where = { id: existing.id, projectId: link.project.id };
    const { review } = await changeReview(tx, where, (now) => submission(now, form));
    if (given) await noteRating(tx, link, null);
    await confirmIntents(tx, link.id, toScore(review.score));
    await noteFormReview(tx, form.nonce, review.id);
    return { review: givenReview(review), isReplay: false };
  });
}

/** What Submit changes in a review: it is submitted once, later ones only edit. */
export function submission(now: Review, form: Pick<ReviewForm, "score" | "body">): ReviewPatch {
  return {
    score: form.score ?? now.score,
    body: form.body,
    status: "submitted",
    submittedAt: now.submittedAt ?? new Date(),
  };
}

async function rate(
  tx: Tx,
  link: OpenRatingLink,
  { score, isSuspect }: Pick<ReviewForm, "score"> & { isSuspect?: boolean },
): Promise<GivenReview | null> {
  if (score === null) throw new AppError("invalid", PAGE_WORDS.chooseStars, "score");
  return (await saveRating(tx, link, ratingOfLink(link, score, isSuspect))).review;
}
