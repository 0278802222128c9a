"use server";

import { projectAction } from "@/lib/actions/project-action";
import { askForReview } from "@/lib/requests/commands/ask-for-review";
import { askMany } from "@/lib/requests/commands/ask-many";
import { cancelRequest } from "@/lib/requests/commands/cancel-request";
import { askInput, askManyInput, requestIdInput } from "@/lib/requests/schema";

export const askForReviewAction = projectAction({ permission: "ask", input: askInput }, askForReview);

export const askManyAction = projectAction({ permission: "ask", input: askManyInput }, askMany);

export const cancelRequestAction = projectAction(
  { permission: "ask", input: requestIdInput },
  (access, { id }) => cancelRequest(access, id),
);
