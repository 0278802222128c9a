import { changeReview } from "@/lib/reviews/change-review";
import { claimForm, noteFormReview } from "@/lib/reviews/claim-form";
import type { PublicReviewForm } from "@/lib/reviews/commands/submit-public-review";
import { submission } from "@/lib/reviews/commands/submit-review";
import type { SnapshotProject } from "@/lib/reviews/review-snapshot";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * A visitor of the public page edits the review they have just made. Sent again, the form changes nothing.
 * @throws AppError `not_found` when the review is gone.
 */
export async function editPublicReview(
  project: SnapshotProject,
  reviewId: string,
  form: PublicReviewForm,
): Promise<void> {
  await withEvents(async (tx) => {
    if (!(await claimForm(tx, form.nonce))) return;
    await changeReview(tx, { id: reviewId, projectId: project.id }, (now) => ({
      ...submission(now, form),
      reviewerName: form.name,
      reviewerEmail: form.email,
    }));
    await noteFormReview(tx, form.nonce, reviewId);
  });
}
