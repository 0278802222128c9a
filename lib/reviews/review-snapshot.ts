import type { Customer, Review } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { scoreLabel, toScore } from "@/lib/reviews/score";
import type { ReviewPayload } from "@/lib/webhooks/review-payload";

export type SnapshotProject = { id: string; name: string; slug: string };

export type SnapshotCustomer = Pick<
  Customer,
  "id" | "externalId" | "firstName" | "lastName" | "email" | "phone" | "company"
>;

/** The columns of `customer` that a snapshot shows. */
export const snapshotCustomer = {
  id: true,
  externalId: true,
  firstName: true,
  lastName: true,
  email: true,
  phone: true,
  company: true,
} as const satisfies Partial<Record<keyof Customer, true>>;

/** A customer as the events of reviews and messages carry it. */
export function customerSnapshot(customer: SnapshotCustomer): NonNullable<ReviewPayload["customer"]> {
  return {
    id: customer.id,
    external_id: customer.externalId,
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: customer.email,
    phone: customer.phone,
    company: customer.company,
  };
}

/** A review as events carry it. `deletedAt` on its last event only. */
export function reviewSnapshot(
  project: SnapshotProject,
  review: Review,
  customer: SnapshotCustomer | null,
  deletedAt: Date | null = null,
): ReviewPayload {
  const score = toScore(review.score);
  return {
    object: "review",
    id: review.id,
    revision: review.revision,
    score,
    max_score: 5,
    label: scoreLabel(score),
    body: review.body,
    status: review.status,
    visibility: review.visibility,
    is_suspect: review.isSuspect,
    origin: review.origin,
    customer: customer && customerSnapshot(customer),
    reviewer: reviewer(review, customer),
    message_id: review.messageId,
    request_id: review.requestId,
    tags: review.tags,
    rated_at: review.ratedAt.toISOString(),
    submitted_at: review.submittedAt?.toISOString() ?? null,
    created_at: review.createdAt.toISOString(),
    updated_at: review.updatedAt.toISOString(),
    deleted_at: deletedAt?.toISOString() ?? null,
    url: env().APP_URL + paths.review(project.slug, review.id),
  };
}

function reviewer(review: Review, customer: SnapshotCustomer | null): ReviewPayload["reviewer"] {
  if (!customer) {
    const isAnonymous = review.reviewerName === null && review.reviewerEmail === null;
    return { name: review.reviewerName, email: review.reviewerEmail, is_anonymous: isAnonymous };
  }
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  return { name: name || null, email: customer.email, is_anonymous: false };
}
