import { Badge } from "@/components/ui/badge";
import type { ReviewListItem } from "@/lib/reviews/queries";

export type MarkedReview = Pick<ReviewListItem, "status" | "visibility" | "isSuspect" | "isDemo">;

/** What is special about a review, in words; nothing for an ordinary finished one. */
export function ReviewBadges({ review }: { review: MarkedReview }) {
  return (
    <span className="inline-flex flex-wrap gap-1.5 empty:hidden sm:shrink-0">
      {review.status === "rated" && <Badge>Rating only</Badge>}
      {review.visibility === "hidden" && <Badge tone="warning">Hidden</Badge>}
      {review.isSuspect && <Badge tone="warning">Maybe automatic</Badge>}
      {review.isDemo && <Badge tone="info">Demo</Badge>}
    </span>
  );
}
