import { Prisma } from "@/lib/db/generated/client";
import type { Review } from "@/lib/db/generated/client";
import type { RawClient } from "@/lib/db/raw-client";
import { newId } from "@/lib/ids";
import { reviewSnapshot, type SnapshotCustomer, type SnapshotProject } from "@/lib/reviews/review-snapshot";
import type { Score } from "@/lib/reviews/score";
import { eventStatement } from "@/lib/webhooks/event-statement";

export type NewRating = {
  project: SnapshotProject;
  /** Null on the public page. */
  request: { id: string; isDemo: boolean; customer: SnapshotCustomer } | null;
  /** The message whose link was used. */
  messageId: string | null;
  score: Score;
  origin: Review["origin"];
  isSuspect: boolean;
  reviewerName?: string | null;
  reviewerEmail?: string | null;
};

/**
 * Saves a rating as a new review of revision 1 with its `review-created` event and deliveries, in one statement: nothing
 * of it exists or all of it. A request's second rating and one of a canceled request insert nothing.
 * The caller hints to the relay after commit.
 * @returns the review, or null when nothing was inserted.
 */
export async function insertRatedReview(client: RawClient, rating: NewRating): Promise<Review | null> {
  const review = ratedReview(rating);
  const event = eventStatement(
    {
      project: rating.project,
      type: "review-created",
      data: reviewSnapshot(rating.project, review, rating.request?.customer ?? null),
    },
    Prisma.sql`from new_review`,
  );
  const rows = await client.$queryRaw<{ is_new: boolean }[]>(Prisma.sql`
    /* kept */ with ${openRequest(rating)}, new_review as (
      insert into review (id, project_id, request_id, customer_id, message_id, revision, score, status, origin, is_suspect,
                          reviewer_name, reviewer_email, is_demo, rated_at, created_at, updated_at)
      select ${review.id}, ${review.projectId}, ${review.requestId}, ${review.customerId}, ${review.messageId}, 1,
             ${review.score}::smallint, 'rated'::review_status, ${review.origin}::review_origin, ${review.isSuspect}::boolean,
             ${review.reviewerName}, ${review.reviewerEmail}, ${review.isDemo}::boolean, ${review.ratedAt}::timestamptz,
             ${review.ratedAt}::timestamptz, ${review.ratedAt}::timestamptz
      from open_request
      on conflict (request_id) do nothing
      returning id
    ), ${event.sql}
    select exists (select 1 from new_review) as is_new`);
  return rows[0]?.is_new ? review : null;
}

/** The share lock waits for whoever is canceling the request, and makes them wait for us. */
function openRequest({ request, project }: NewRating): Prisma.Sql {
  if (!request) return Prisma.sql`open_request as (select 1)`;
  return Prisma.sql`open_request as (
    select 1 from request
    where id = ${request.id} and project_id = ${project.id} and canceled_at is null
    for share
  )`;
}

function ratedReview(rating: NewRating): Review {
  const now = new Date();
  return {
    id: newId("rev"),
    projectId: rating.project.id,
    requestId: rating.request?.id ?? null,
    customerId: rating.request?.customer.id ?? null,
    messageId: rating.messageId,
    revision: 1,
    score: rating.score,
    body: null,
    status: "rated",
    visibility: "visible",
    isSuspect: rating.isSuspect,
    origin: rating.origin,
    reviewerName: rating.reviewerName ?? null,
    reviewerEmail: rating.reviewerEmail ?? null,
    tags: [],
    isDemo: rating.request?.isDemo ?? false,
    ratedAt: now,
    submittedAt: null,
    createdAt: now,
    updatedAt: now,
  };
}
