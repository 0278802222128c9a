import type { Access } from "@/lib/auth/access";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { dropPending } from "@/lib/customers/drop-pending";
import { removeMessages } from "@/lib/messages/remove-messages";
import { reviewSnapshot, type SnapshotProject } from "@/lib/reviews/review-snapshot";
import { recordEvent } from "@/lib/webhooks/record-event";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * Erases a customer with their requests, links, messages and reviews: one `review-deleted` or `message-deleted` for each,
 * without personal data. What was still to be sent about them is dropped, so that nothing personal leaves afterwards.
 * @throws AppError `not_found`
 */
export async function eraseCustomer(access: Access, id: string): Promise<void> {
  const { projectId } = access;
  await withEvents(async (tx) => {
    // Requests before the customer, in the order in which a landing takes their locks.
    await tx.$queryRaw`
      select 1 from request where customer_id = ${id} and project_id = ${projectId} order by id for update`;
    await tx.$queryRaw`select 1 from customer where id = ${id} and project_id = ${projectId} for update`;
    const customer = await tx.customer.findFirst({
      where: { id, projectId },
      include: {
        reviews: { select: { id: true }, orderBy: { id: "asc" } },
        messages: { select: { id: true } },
        project: true,
      },
    });
    if (!customer) throw new AppError("not_found");
    for (const review of customer.reviews) await eraseReview(tx, customer.project, review.id);
    const ids = customer.messages.map((message) => message.id);
    await dropPending(tx, projectId, ids);
    await removeMessages(tx, { ids, projectId }, "privacy_erasure");
    await tx.customer.delete({ where: { id } });
  });
}

async function eraseReview(tx: Tx, project: SnapshotProject, id: string): Promise<void> {
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
  await dropPending(tx, project.id, [id]);
  await recordEvent(tx, {
    project,
    type: "review-deleted",
    data: reviewSnapshot(project, review, null, erasedAt),
    reason: "privacy_erasure",
  });
}
