import type { Access } from "@/lib/auth/access";
import { given } from "@/lib/given";
import { changeReview } from "@/lib/reviews/change-review";
import type { PatchReviewInput } from "@/lib/reviews/manage-schema";
import { withEvents } from "@/lib/webhooks/with-events";

/** Changes what is given and leaves the rest; hiding removes nothing. What stays the same records no event. @throws AppError `not_found` */
export async function patchReview(access: Access, id: string, input: PatchReviewInput): Promise<void> {
  await withEvents((tx) => changeReview(tx, { id, projectId: access.projectId }, given(input)));
}
