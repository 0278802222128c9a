import type { Access } from "@/lib/auth/access";
import type { Tx } from "@/lib/db/client";
import type { Review } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { reviewSnapshot, type SnapshotProject } from "@/lib/reviews/review-snapshot";
import { recordEvent } from "@/lib/webhooks/record-event";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * Erases a customer with their requests, links and reviews: one review-deleted for each review, without personal data.
 * What was still to be sent about these reviews is dropped, so that nothing personal leaves afterwards.
 * @throws AppError `not_found`
 */
export async function eraseCustomer(access: Access, id: string): Promise<void> {
  await withEvents(async (tx) => {
    const where = { id, projectId: access.projectId };
    // Requests before the customer, in the order in which a landing takes their locks.
    await tx.$queryRaw`select 1 from request where customer_id = ${id} and project_id = ${access.projectId} for update`;
    await tx.$queryRaw`select 1 from customer where id = ${id} and project_id = ${access.projectId} for update`;
    const customer = await tx.customer.findFirst({ where, include: { reviews: true, project: true } });
    if (!customer) throw new AppError("not_found");
    for (const review of customer.reviews) await eraseReview(tx, customer.project, review);
    await tx.customer.delete({ where: { id } });
  });
}

async function eraseReview(tx: Tx, project: SnapshotProject, { id }: Review): Promise<void> {
  const erasedAt = new Date();
  const review = await tx.review.update({
    where: { id },
    data: {
      revision: { increment: 1 },
      body: null,
      reviewerName: null,
      reviewerEmail: null,
      tags: [],
      updatedAt: erasedAt,
    },
  });
  await tx.delivery.updateMany({
    where: { projectId: project.id, resourceId: id, status: { in: ["waiting", "held"] } },
    data: { status: "canceled", endReason: "the customer was erased", endedAt: erasedAt },
  });
  await recordEvent(tx, {
    project,
    type: "review-deleted",
    data: reviewSnapshot(project, review, null, erasedAt),
    reason: "privacy_erasure",
  });
}
