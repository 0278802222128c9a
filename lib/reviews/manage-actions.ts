"use server";

import { projectAction } from "@/lib/actions/project-action";
import { deleteReview } from "@/lib/reviews/commands/delete-review";
import { editReview } from "@/lib/reviews/commands/edit-review";
import { setReviewVisibility } from "@/lib/reviews/commands/set-review-visibility";
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
  editReview,
);

export const setReviewVisibilityAction = projectAction(
  { permission: "edit_reviews", input: setVisibilityInput },
  setReviewVisibility,
);

export const deleteReviewAction = projectAction(
  { permission: "delete_reviews", input: reviewIdInput },
  (access, { id }) => deleteReview(access, id),
);
