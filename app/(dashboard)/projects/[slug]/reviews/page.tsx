import { answeredPage } from "@/app/_pages/answered-page";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createLoader, type SearchParams } from "nuqs/server";
import { createQueryClient } from "@/components/layout/create-query-client";
import { AskButton } from "@/components/requests/ask-button";
import { ReviewFilterBar } from "@/components/reviews/review-filter-bar";
import { reviewFilterParsers } from "@/components/reviews/review-filter-parsers";
import { ReviewList } from "@/components/reviews/review-list";
import { PageHeader } from "@/components/ui/page-header";
import { hasPermission } from "@/lib/auth/permissions";
import { requirePageAccess } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { getAskFacts } from "@/lib/requests/get-ask-facts";
import { listReviews } from "@/lib/reviews/queries";
import { reviewsQuery } from "@/lib/reviews/query-options";

const loadFilters = createLoader(reviewFilterParsers);

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParams> };

async function ReviewsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "read", paths.reviews(slug));
  const filters = await loadFilters(searchParams);
  const queryClient = createQueryClient();
  const [facts] = await Promise.all([
    hasPermission(access.role, "ask") ? getAskFacts(access) : null,
    queryClient.prefetchInfiniteQuery({
      ...reviewsQuery(slug, filters),
      queryFn: () => listReviews(access, { ...filters, cursor: null }),
    }),
  ]);
  return (
    <>
      <PageHeader
        title="Reviews"
        description="Every rating and review of this project, newest first."
        actions={facts && <AskButton slug={slug} facts={facts} />}
      />
      <HydrationBoundary state={dehydrate(queryClient)}>
        <ReviewFilterBar />
        <ReviewList slug={slug} />
      </HydrationBoundary>
    </>
  );
}

const { Answer, generateMetadata } = answeredPage("Reviews", ReviewsPage);
export { Answer as default, generateMetadata };
