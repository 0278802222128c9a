import type { Access } from "@/lib/auth/access";
import { changeReview, type ReviewPatch } from "@/lib/reviews/change-review";
import type { PatchReviewInput } from "@/lib/reviews/manage-schema";
import { withEvents } from "@/lib/webhooks/with-events";

/** Changes what is given and leaves the rest. What stays the same records no event. @throws AppError `not_found` */
export async function patchReview(access: Access, id: string, input: PatchReviewInput): Promise<void> {
  const patch: ReviewPatch = {
    ...(input.score === undefined ? {} : { score: input.score }),
    ...(input.body === undefined ? {} : { body: input.body }),
    ...(input.tags === undefined ? {} : { tags: input.tags }),
    ...(input.visibility === undefined ? {} : { visibility: input.visibility }),
  };
  await withEvents((tx) => changeReview(tx, { id, projectId: access.projectId }, patch));
}
