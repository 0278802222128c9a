import type { Access } from "@/lib/auth/access";
import { changeReview } from "@/lib/reviews/change-review";
import type { EditReviewInput } from "@/lib/reviews/manage-schema";
import { withEvents } from "@/lib/webhooks/with-events";

/** Edits score, text and tags as a member. What stays the same records no event. @throws AppError `not_found` */
export async function editReview(access: Access, { id, ...patch }: EditReviewInput): Promise<void> {
  await withEvents((tx) => changeReview(tx, { id, projectId: access.projectId }, patch));
}
