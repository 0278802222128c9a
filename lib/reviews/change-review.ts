import type { Tx } from "@/lib/db/client";
import type { Prisma, Review } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { payloadChanges } from "@/lib/webhooks/payload-changes";
import { reviewSnapshot, snapshotCustomer } from "@/lib/reviews/review-snapshot";
import { recordEvent } from "@/lib/webhooks/record-event";

/** What may change in a review; everything else is history. */
export type ReviewPatch = Partial<
  Pick<
    Review,
    "score" | "body" | "status" | "visibility" | "tags" | "submittedAt" | "reviewerName" | "reviewerEmail"
  >
>;

/**
 * The one way to change a review. Inside `withEvents`; the caller's transaction holds the review's row from here on.
 * @param patch the new values, or a function of the review as it is now, decided under the lock. A patch that changes
 *   nothing records no event and raises no revision.
 * @returns the review after the change, and whether there was one.
 * @throws AppError `not_found` for a review that doesn't exist or not in this project.
 */
export async function changeReview(
  tx: Tx,
  where: { id: string; projectId: string },
  patch: ReviewPatch | ((review: Review) => ReviewPatch),
): Promise<{ review: Review; isChanged: boolean }> {
  await tx.$queryRaw`select 1 from review where id = ${where.id} and project_id = ${where.projectId} for update`;
  const found = await tx.review.findFirst({ where, include: changeContext });
  if (!found) throw new AppError("not_found");
  const { customer, project, ...before } = found;
  const wanted = typeof patch === "function" ? patch(before) : patch;
  const { changes, previous } = payloadChanges(
    reviewSnapshot(project, before, customer),
    reviewSnapshot(project, { ...before, ...wanted }, customer),
  );
  if (changes.length === 0) return { review: before, isChanged: false };
  const review = await tx.review.update({
    where: { id: before.id },
    data: { ...wanted, revision: { increment: 1 }, updatedAt: new Date() },
  });
  await recordEvent(tx, {
    project,
    type: "review-updated",
    data: reviewSnapshot(project, review, customer),
    changes,
    previous,
  });
  return { review, isChanged: true };
}

const changeContext = {
  customer: { select: snapshotCustomer },
  project: { select: { id: true, name: true, slug: true } },
} satisfies Prisma.ReviewInclude;
