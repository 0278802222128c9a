"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Star } from "lucide-react";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { LoadFailure } from "@/components/forms/load-failure";
import { reviewFilterParsers } from "@/components/reviews/review-filter-parsers";
import { ReviewLine } from "@/components/reviews/review-line";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import { paths } from "@/lib/paths";
import type { ReviewListItem } from "@/lib/reviews/queries";
import { reviewsQuery } from "@/lib/reviews/query-options";
import { reviewerName } from "@/lib/reviews/reviewer-name";

/** The reviews that match the filters in the URL, newest first; new ones appear by themselves. */
export function ReviewList({ slug }: { slug: string }) {
  const [filters] = useQueryStates(reviewFilterParsers);
  const query = useInfiniteQuery({ ...reviewsQuery(slug, filters), placeholderData: keepPreviousData });

  if (query.isPending) return <SkeletonRows rows={6} />;
  if (query.isError) return <LoadFailure query={query} />;

  const reviews = query.data.pages.flatMap((page) => page.reviews);
  const isFiltered = Object.values(filters).some((value) => value !== "" && value !== "all");
  if (reviews.length === 0) {
    return isFiltered ? (
      <EmptyState icon={Star} title="No review matches">
        Change the search or the filters to see more.
      </EmptyState>
    ) : (
      <EmptyState icon={Star} title="No reviews yet">
        A review appears here as soon as a customer clicks a star in a message that asks for one.
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label="Reviews" className="divide-y rounded-lg border bg-card">
        {reviews.map((review) => (
          <ReviewRow key={review.id} slug={slug} review={review} />
        ))}
      </ul>
      <LoadMore
        things="reviews"
        hasMore={query.hasNextPage}
        pending={query.isFetchingNextPage}
        onLoadMore={() => void query.fetchNextPage()}
      />
    </>
  );
}

function ReviewRow({ slug, review }: { slug: string; review: ReviewListItem }) {
  return (
    <li className="relative px-4 py-3 transition-colors hover:bg-muted/50">
      <ReviewLine
        review={review}
        link={
          <Link
            href={paths.review(slug, review.id)}
            dir="auto"
            className="min-w-0 truncate text-sm font-medium after:absolute after:inset-0"
          >
            {reviewerName(review)}
          </Link>
        }
      />
      {review.body && (
        <p dir="auto" className="mt-1 line-clamp-2 text-sm break-words text-muted-foreground">
          {review.body}
        </p>
      )}
    </li>
  );
}
