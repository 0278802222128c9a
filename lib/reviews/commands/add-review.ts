import type { Access } from "@/lib/auth/access";
import type { ReviewOrigin } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { reviewSnapshot, snapshotCustomer } from "@/lib/reviews/review-snapshot";
import { recordEvent } from "@/lib/webhooks/record-event";
import { withEvents } from "@/lib/webhooks/with-events";

export type NewReview = {
  /** 1 to 5. */
  score: number;
  /** Null for a rating without text, which still counts as submitted. */
  body: string | null;
  customerId: string | null;
  reviewerName: string | null;
  origin: ReviewOrigin;
  ratedAt: Date;
  isDemo: boolean;
  /** The message whose link gave it. */
  asked?: { requestId: string; messageId: string };
};

/**
 * Adds a finished review that came another way than a rating link: one review-created with status `submitted`.
 * @throws AppError `not_found` when the customer isn't one of the project.
 */
export async function addReview(access: Access, input: NewReview): Promise<{ id: string }> {
  return withEvents(async (tx) => {
    const project = await tx.project.findUniqueOrThrow({
      where: { id: access.projectId },
      select: { id: true, name: true, slug: true },
    });
    const customer =
      input.customerId &&
      (await tx.customer.findFirst({
        where: { id: input.customerId, projectId: access.projectId },
        select: snapshotCustomer,
      }));
    if (input.customerId && !customer) throw new AppError("not_found");
    const { ratedAt, asked, ...given } = input;
    const review = await tx.review.create({
      data: {
        ...given,
        ...asked,
        id: newId("rev"),
        projectId: project.id,
        status: "submitted",
        ratedAt,
        submittedAt: ratedAt,
        createdAt: ratedAt,
        updatedAt: ratedAt,
      },
    });
    await recordEvent(tx, {
      project,
      type: "review-created",
      data: reviewSnapshot(project, review, customer || null),
    });
    return { id: review.id };
  });
}
