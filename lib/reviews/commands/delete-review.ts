import type { Access } from "@/lib/auth/access";
import { AppError } from "@/lib/errors";
import { cancelUnsent } from "@/lib/messages/cancel-unsent";
import { reviewSnapshot, snapshotCustomer } from "@/lib/reviews/review-snapshot";
import { recordEvent } from "@/lib/webhooks/record-event";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * Removes a review for good, with `review-deleted`. Its request is canceled, so that the customer's links answer 410 and
 * no landing brings it back, and what of it was still to be sent is canceled.
 * @throws AppError `not_found` for a review that doesn't exist or not in this project.
 */
export async function deleteReview(access: Access, reviewId: string): Promise<void> {
  await withEvents(async (tx) => {
    const where = { id: reviewId, projectId: access.projectId };
    const found = await tx.review.findFirst({ where, select: { requestId: true } });
    if (!found) throw new AppError("not_found");
    const deletedAt = new Date();
    // The request before the review, in the order in which a landing takes their locks.
    if (found.requestId !== null) {
      await tx.request.updateMany({
        where: { id: found.requestId, projectId: access.projectId, canceledAt: null },
        data: { canceledAt: deletedAt },
      });
    }
    await tx.$queryRaw`select 1 from review where id = ${reviewId} and project_id = ${access.projectId} for update`;
    const last = await tx.review.findFirst({
      where,
      include: {
        customer: { select: snapshotCustomer },
        project: { select: { id: true, name: true, slug: true } },
      },
    });
    if (!last) throw new AppError("not_found");
    const { customer, project, ...review } = last;
    await tx.review.delete({ where: { id: review.id } });
    await recordEvent(tx, {
      project,
      type: "review-deleted",
      data: reviewSnapshot(
        project,
        { ...review, revision: review.revision + 1, updatedAt: deletedAt },
        customer,
        deletedAt,
      ),
      reason: "deleted_by_user",
    });
    const { projectId } = access;
    if (found.requestId !== null)
      await cancelUnsent(tx, { projectId, requestId: found.requestId }, "canceled_by_user");
  });
}
