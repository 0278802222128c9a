"use server";

import { projectAction } from "@/lib/actions/project-action";
import { deleteReview } from "@/lib/reviews/commands/delete-review";
import { patchReview } from "@/lib/reviews/commands/patch-review";
import {
  editReviewInput,
  reviewIdInput,
  reviewListInput,
  setVisibilityInput,
} from "@/lib/reviews/manage-schema";
import { listReviews } from "@/lib/reviews/queries";

export const listReviewsAction = projectAction({ permission: "read", input: reviewListInput }, listReviews);

export const editReviewAction = projectAction(
  { permission: "edit_reviews", input: editReviewInput },
  (access, { id, ...patch }) => patchReview(access, id, patch),
);

export const setReviewVisibilityAction = projectAction(
  { permission: "edit_reviews", input: setVisibilityInput },
  (access, { id, visibility }) => patchReview(access, id, { visibility }),
);

export const deleteReviewAction = projectAction(
  { permission: "delete_reviews", input: reviewIdInput },
  (access, { id }) => deleteReview(access, id),
);
