import { infiniteQueryOptions } from "@tanstack/react-query";
import { unwrap } from "@/lib/actions/result";
import { listReviewsAction } from "@/lib/reviews/manage-actions";
import type { ReviewFilters } from "@/lib/reviews/manage-schema";

/** Key of every list of a project's reviews. */
export const reviewsKey = (slug: string) => ["reviews", slug] as const;

/** Pages of reviews that match the filters; looked at again every 5 s while the tab is visible. */
export const reviewsQuery = (slug: string, filters: ReviewFilters) =>
  infiniteQueryOptions({
    queryKey: [...reviewsKey(slug), filters],
    queryFn: ({ pageParam }) => unwrap(listReviewsAction(slug, { ...filters, cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: 5_000,
  });
