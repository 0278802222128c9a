import { answeredPage } from "@/app/_pages/answered-page";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { createSearchParamsCache, type SearchParams } from "nuqs/server";
import { DeliveriesLog } from "@/components/webhooks/deliveries-log";
import { deliveryFilterParsers, deliveryFiltersOf } from "@/components/webhooks/delivery-filter-parsers";
import { requirePageAccess } from "@/lib/auth/session";
import { orNotFound } from "@/lib/or-not-found";
import { paths } from "@/lib/paths";
import { deliveryFilters } from "@/lib/webhooks/delivery-filters";
import { getWebhook } from "@/lib/webhooks/queries/get-webhook";
import { listDeliveries } from "@/lib/webhooks/queries/list-deliveries";
import { listWebhookNames } from "@/lib/webhooks/queries/list-webhook-names";
import { deliveriesQuery, webhookNamesQuery, webhookQuery } from "@/lib/webhooks/query-options";

const searchParamsCache = createSearchParamsCache(deliveryFilterParsers);

type DeliveriesPageProps = {
  params: Promise<{ slug: string; webhookId: string }>;
  searchParams: Promise<SearchParams>;
};

async function DeliveriesPage({ params, searchParams }: DeliveriesPageProps) {
  const { slug, webhookId } = await params;
  const access = await requirePageAccess(slug, "manage_api", paths.deliveries(slug, webhookId));
  const filters = deliveryFiltersOf(await searchParamsCache.parse(searchParams), webhookId);
  const webhook = await orNotFound(getWebhook(access, { webhookId }));
  const queryClient = new QueryClient();
  queryClient.setQueryData(webhookQuery(slug, webhookId).queryKey, webhook);
  queryClient.setQueryData(webhookNamesQuery(slug).queryKey, await listWebhookNames(access));
  queryClient.setQueryData(deliveriesQuery(slug, filters).queryKey, {
    pages: [await listDeliveries(access, deliveryFilters.parse(filters))],
    pageParams: [""],
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <DeliveriesLog slug={slug} webhookId={webhookId} />
    </HydrationBoundary>
  );
}

const { Answer, generateMetadata } = answeredPage("Deliveries", DeliveriesPage);
export { Answer as default, generateMetadata };
