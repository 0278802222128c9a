import type { ReactNode } from "react";
import { type MarkedReview, ReviewBadges } from "@/components/reviews/review-badges";
import { RelativeTime } from "@/components/ui/relative-time";
import { Stars } from "@/components/ui/stars";

type ReviewLineProps = {
  review: MarkedReview & { score: number; ratedAt: Date };
  /** Leads to the review, and names who gave it. */
  link: ReactNode;
};

/** A review on one line: its stars, by whom, what is special about it, when. On a phone the name has a line of its own. */
export function ReviewLine({ review, link }: ReviewLineProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 whitespace-nowrap sm:flex-nowrap">
      <Stars score={review.score} />
      <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 max-sm:order-1 max-sm:basis-full sm:flex-nowrap">
        {link}
        <ReviewBadges review={review} />
      </span>
      <RelativeTime
        date={review.ratedAt}
        className="relative ml-auto shrink-0 text-[0.8125rem] text-muted-foreground"
      />
    </div>
  );
}
