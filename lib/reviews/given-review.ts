import type { Tx } from "@/lib/db/client";
import type { Review } from "@/lib/db/generated/client";
import type { GivenReview, OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { toScore } from "@/lib/reviews/score";

/** What a customer sees of their review. */
export function givenReview(review: Pick<Review, "id" | "score" | "body" | "status">): GivenReview {
  return { id: review.id, score: toScore(review.score), body: review.body, status: review.status };
}

/** The review of a link's request as it is now, or null. */
export async function findGivenReview(
  client: Pick<Tx, "review">,
  link: OpenRatingLink,
): Promise<GivenReview | null> {
  const review = await client.review.findFirst({
    where: { requestId: link.request.id, projectId: link.project.id },
    select: { id: true, score: true, body: true, status: true },
  });
  return review && givenReview(review);
}
