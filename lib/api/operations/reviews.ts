import { z } from "zod";
import { operation } from "@/lib/api/operation";
import { createdQuery, pageAnswer, pageQuery, pageWhere, toPage } from "@/lib/api/page";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { PAGE_ORDER } from "@/lib/db/list-page";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { given } from "@/lib/given";
import { addReview } from "@/lib/reviews/commands/add-review";
import { deleteReview } from "@/lib/reviews/commands/delete-review";
import { patchReview } from "@/lib/reviews/commands/patch-review";
import { createReviewInput, patchReviewInput } from "@/lib/reviews/manage-schema";
import { reviewSnapshot, snapshotCustomer } from "@/lib/reviews/review-snapshot";
import { reviewPayload } from "@/lib/webhooks/review-payload";

const tag = "Reviews";

const withContext = {
  customer: { select: snapshotCustomer },
  project: { select: { id: true, name: true, slug: true } },
} satisfies Prisma.ReviewInclude;

type Row = Prisma.ReviewGetPayload<{ include: typeof withContext }>;

function show({ customer, project, ...review }: Row) {
  return reviewSnapshot(project, review, customer);
}

async function getReview({ projectId }: Access, id: string | undefined) {
  const row = await db.review.findFirst({ where: { id: id ?? "", projectId }, include: withContext });
  if (!row) throw new AppError("not_found");
  return show(row);
}

export const reviewOperations = [
  operation({
    method: "GET",
    path: "/reviews",
    id: "listReviews",
    tag,
    summary: "List reviews, newest first",
    permission: "read",
    query: z.object({
      ...pageQuery,
      ...createdQuery,
      score: z.coerce.number().int().min(1).max(5).optional(),
      status: z.enum(["rated", "submitted"]).optional(),
      visibility: z.enum(["visible", "hidden"]).optional(),
      customerId: z.string().max(100).optional(),
    }),
    status: 200,
    answer: pageAnswer(reviewPayload),
    async handle({ projectId }, { query: { limit, cursor, createdFrom, createdBefore, ...filters } }) {
      const rows = await db.review.findMany({
        where: {
          projectId,
          ...pageWhere({ cursor, createdFrom, createdBefore }),
          ...given(filters),
        },
        orderBy: PAGE_ORDER,
        take: limit + 1,
        include: withContext,
      });
      return toPage(rows, limit, show);
    },
  }),
  operation({
    method: "POST",
    path: "/reviews",
    id: "createReview",
    tag,
    summary: "Add a finished review that came another way",
    description: "One `review-created` with the status `submitted`.",
    permission: "edit_reviews",
    body: createReviewInput,
    status: 201,
    answer: reviewPayload,
    errors: ["not_found"],
    async handle(access, { body }) {
      const { id } = await addReview(access, {
        score: body.score,
        body: body.body,
        customerId: body.customerId,
        reviewerName: body.reviewerName,
        origin: "api",
        ratedAt: body.ratedAt ?? new Date(),
        isDemo: false,
      });
      return getReview(access, id);
    },
  }),
  operation({
    method: "GET",
    path: "/reviews/{id}",
    id: "getReview",
    tag,
    summary: "Get a review",
    permission: "read",
    status: 200,
    answer: reviewPayload,
    handle: (access, { params }) => getReview(access, params["id"]),
  }),
  operation({
    method: "PATCH",
    path: "/reviews/{id}",
    id: "updateReview",
    tag,
    summary: "Change a review's score, text, tags or visibility",
    description: "What isn't given stays as it is. What changes nothing records no event.",
    permission: "edit_reviews",
    body: patchReviewInput,
    status: 200,
    answer: reviewPayload,
    async handle(access, { params, body }) {
      await patchReview(access, params["id"] ?? "", body);
      return getReview(access, params["id"]);
    },
  }),
  operation({
    method: "DELETE",
    path: "/reviews/{id}",
    id: "deleteReview",
    tag,
    summary: "Delete a review for good",
    permission: "delete_reviews",
    status: 204,
    handle: (access, { params }) => deleteReview(access, params["id"] ?? ""),
  }),
];
