import { AppError } from "@/lib/errors";
import { PAGE_WORDS } from "@/lib/review-page/page-words";
import { changeReview } from "@/lib/reviews/change-review";
import { claimForm, noteFormReview } from "@/lib/reviews/claim-form";
import { submission, type ReviewForm } from "@/lib/reviews/commands/submit-review";
import { insertRatedReview } from "@/lib/reviews/insert-rated-review";
import type { SnapshotProject } from "@/lib/reviews/review-snapshot";
import { wakeAfterCommit, withEvents } from "@/lib/webhooks/with-events";

export type PublicReviewForm = ReviewForm & { name: string | null; email: string | null };

/**
 * Submit of the public page, by a visitor without a link: `review-created` (rated), then `review-updated` (submitted), in
 * one transaction. The same form sent again makes no second review.
 * @param form `isSuspect`: whoever sent it could have been a program.
 * @returns the id of the review this form made.
 * @throws AppError `invalid` on field `score` without stars.
 */
export async function submitPublicReview(
  project: SnapshotProject,
  form: PublicReviewForm & { isSuspect: boolean },
): Promise<string> {
  const { score } = form;
  if (score === null) throw new AppError("invalid", PAGE_WORDS.chooseStars, "score");
  return withEvents(async (tx) => {
    if (!(await claimForm(tx, form.nonce))) {
      const sent = await tx.sentForm.findUniqueOrThrow({ where: { nonce: form.nonce } });
      if (sent.reviewId === null) throw new AppError("not_found");
      return sent.reviewId;
    }
    const rated = await insertRatedReview(tx, {
      project,
      request: null,
      messageId: null,
      score,
      origin: "public",
      isSuspect: form.isSuspect,
      reviewerName: form.name,
      reviewerEmail: form.email,
    });
    if (!rated) throw new Error("A public review conflicts with nothing.");
    wakeAfterCommit(tx, project.id);
    await changeReview(tx, { id: rated.id, projectId: project.id }, (now) => submission(now, form));
    await noteFormReview(tx, form.nonce, rated.id);
    return rated.id;
  });
}
