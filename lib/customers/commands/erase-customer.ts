import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { removeMessages } from "@/lib/messages/remove-messages";
import { reviewSnapshot, type SnapshotProject } from "@/lib/reviews/review-snapshot";
import { settleLanes } from "@/lib/webhooks/commands/settle-lane";
import { recordEvent } from "@/lib/webhooks/record-event";
import { redactEvents } from "@/lib/webhooks/redact-events";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * Erases a customer with their requests, links, messages and reviews: one `review-deleted` or `message-deleted` for each,
 * without personal data. What was still to be sent about them is dropped and what was sent is forgotten, so that once this
 * has returned nothing personal leaves; a request on the wire may end.
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
    const ids = customer.messages.map((message) => message.id);
    const resourceIds = [...ids, ...customer.reviews.map((review) => review.id)];
    await redactEvents(tx, { projectId, customerId: id, resourceIds });
    for (const review of customer.reviews) await eraseReview(tx, customer.project, review.id);
    await removeMessages(tx, { ids, projectId }, "privacy_erasure");
    await tx.customer.delete({ where: { id } });
    await recordAudit(tx, access, { action: "customer.erased", target: { id, name: id } });
  });
  await settleLanes(projectId);
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
  await recordEvent(tx, {
    project,
    type: "review-deleted",
    data: reviewSnapshot(project, review, null, erasedAt),
    reason: "privacy_erasure",
  });
}
