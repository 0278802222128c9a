import { answeredPage } from "@/app/_pages/answered-page";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { createSearchParamsCache, type SearchParams } from "nuqs/server";
import { AllDeliveries } from "@/components/webhooks/all-deliveries";
import { deliveryFilterParsers, deliveryFiltersOf } from "@/components/webhooks/delivery-filter-parsers";
import { requirePageAccess } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { orNotFound } from "@/lib/or-not-found";
import { paths } from "@/lib/paths";
import { deliveryFilters } from "@/lib/webhooks/delivery-filters";
import { listDeliveries } from "@/lib/webhooks/queries/list-deliveries";
import { listWebhookNames } from "@/lib/webhooks/queries/list-webhook-names";
import { deliveriesQuery, webhookNamesQuery } from "@/lib/webhooks/query-options";

const searchParamsCache = createSearchParamsCache(deliveryFilterParsers);

type PageProps = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParams> };

async function AllDeliveriesPage({ params, searchParams }: PageProps) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "manage_api", paths.allDeliveries(slug));
  const filters = deliveryFiltersOf(await searchParamsCache.parse(searchParams));
  const queryClient = new QueryClient();
  queryClient.setQueryData(webhookNamesQuery(slug).queryKey, await listWebhookNames(access));
  queryClient.setQueryData(deliveriesQuery(slug, filters).queryKey, {
    pages: [await orNotFound(listDeliveries(access, deliveryFilters.parse(filters)))],
    pageParams: [""],
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <AllDeliveries slug={slug} keptDays={env().WEBHOOK_LOG_DAYS} />
    </HydrationBoundary>
  );
}

const { Answer, generateMetadata } = answeredPage("Deliveries", AllDeliveriesPage);
export { Answer as default, generateMetadata };
