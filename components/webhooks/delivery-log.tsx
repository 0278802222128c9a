"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { LoadFailure } from "@/components/forms/load-failure";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import { DeliveriesEmpty } from "@/components/webhooks/deliveries-empty";
import { deliveryFilterParsers, deliveryFiltersOf } from "@/components/webhooks/delivery-filter-parsers";
import { DeliveryList } from "@/components/webhooks/delivery-list";
import { deliveriesQuery, webhookNamesQuery } from "@/lib/webhooks/query-options";

/** The deliveries that match the filters in the URL, newest first, live. @param webhookId those of one webhook */
export function DeliveryLog({ slug, webhookId }: { slug: string; webhookId?: string }) {
  const [state] = useQueryStates(deliveryFilterParsers);
  const filters = deliveryFiltersOf(state, webhookId);
  const names = useQuery(webhookNamesQuery(slug));
  const log = useInfiniteQuery({ ...deliveriesQuery(slug, filters), placeholderData: keepPreviousData });
  const deliveries = log.data?.pages.flatMap((page) => page.deliveries) ?? [];
  const hasWebhook = webhookId !== undefined || names.data?.some((webhook) => !webhook.deletedAt) !== false;
  const isFiltered = Object.keys(filters).length > (webhookId ? 1 : 0);
  return (
    <>
      <LoadFailure query={log} className="mb-3" />
      {log.isPending && <SkeletonRows />}
      {log.data && deliveries.length === 0 && (
        <DeliveriesEmpty slug={slug} isFiltered={isFiltered} hasWebhook={hasWebhook} />
      )}
      {deliveries.length > 0 && (
        <DeliveryList
          slug={slug}
          deliveries={deliveries}
          webhooks={names.data ?? []}
          showsWebhook={webhookId === undefined}
        />
      )}
      <LoadMore
        things="deliveries"
        hasMore={log.hasNextPage}
        pending={log.isFetchingNextPage}
        onLoadMore={() => void log.fetchNextPage()}
      />
    </>
  );
}
