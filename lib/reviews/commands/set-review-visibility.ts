import type { Access } from "@/lib/auth/access";
import type { ReviewVisibility } from "@/lib/db/generated/enums";
import { changeReview } from "@/lib/reviews/change-review";
import { withEvents } from "@/lib/webhooks/with-events";

/** Hides or shows a review. Hiding removes nothing: webhooks receive review-updated. @throws AppError `not_found` */
export async function setReviewVisibility(
  access: Access,
  input: { id: string; visibility: ReviewVisibility },
): Promise<void> {
  const where = { id: input.id, projectId: access.projectId };
  await withEvents((tx) => changeReview(tx, where, { visibility: input.visibility }));
}
