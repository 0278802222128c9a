import type { Access } from "@/lib/auth/access";
import { containsText } from "@/lib/db/contains-text";
import { db } from "@/lib/db/client";
import { behind, cutPage, PAGE_ORDER } from "@/lib/db/list-page";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import type { ReviewFilters, ReviewListInput } from "@/lib/reviews/manage-schema";

const PAGE_SIZE = 50;

function matching(input: ReviewFilters): Prisma.ReviewWhereInput {
  const contains = containsText(input.search);
  return {
    ...(input.score === "all" ? {} : { score: Number(input.score) }),
    ...(input.status === "all" ? {} : { status: input.status }),
    ...(input.visibility === "all" ? {} : { visibility: input.visibility }),
    ...(input.search
      ? {
          OR: [
            { body: contains },
            { reviewerName: contains },
            {
              customer: {
                is: { OR: [{ firstName: contains }, { lastName: contains }, { email: contains }] },
              },
            },
          ],
        }
      : {}),
  };
}

/** One page of reviews, newest first. */
export async function listReviews(access: Access, { cursor, ...filters }: ReviewListInput) {
  const rows = await db.review.findMany({
    where: { projectId: access.projectId, ...matching(filters), AND: behind(cursor) },
    orderBy: PAGE_ORDER,
    take: PAGE_SIZE + 1,
    include: { customer: { select: { id: true, firstName: true, lastName: true, email: true } } },
  });
  const { page, nextCursor } = cutPage(rows, PAGE_SIZE);
  return { reviews: page, nextCursor };
}

export type ReviewListItem = Awaited<ReturnType<typeof listReviews>>["reviews"][number];

/** One review with its customer and the events it made, latest first. @throws AppError `not_found`. */
export async function getReview(access: Access, id: string) {
  const review = await db.review.findFirst({
    where: { id, projectId: access.projectId },
    include: { customer: true },
  });
  if (!review) throw new AppError("not_found");
  const events = await db.event.findMany({
    where: { projectId: access.projectId, resourceId: id, isTest: false },
    orderBy: { revision: "desc" },
    take: 20,
    select: { id: true, type: true, revision: true, createdAt: true },
  });
  return { ...review, events };
}

export type ReviewDetail = Awaited<ReturnType<typeof getReview>>;
