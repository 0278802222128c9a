"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { DeliveriesEmpty } from "@/components/webhooks/deliveries-empty";
import { DeliveryFilterSelect } from "@/components/webhooks/delivery-filter-select";
import { DeliveryList } from "@/components/webhooks/delivery-list";
import { WebhookHealth } from "@/components/webhooks/webhook-health";
import { WebhookUrl } from "@/components/webhooks/webhook-url";
import { paths } from "@/lib/paths";
import type { WebhookHead } from "@/lib/webhooks/queries/get-webhook";
import { deliveriesQuery, webhookQuery } from "@/lib/webhooks/query-options";
import { DELIVERY_FILTERS } from "@/lib/webhooks/schema";

/** The log of one webhook, live. */
export function DeliveriesLog({ slug, webhookId }: { slug: string; webhookId: string }) {
  const [status, setStatus] = useQueryState(
    "status",
    parseAsStringLiteral(DELIVERY_FILTERS).withDefault("all"),
  );
  const { data: webhook } = useQuery(webhookQuery(slug, webhookId));
  const log = useInfiniteQuery(deliveriesQuery(slug, webhookId, status));
  const deliveries = log.data?.pages.flatMap((page) => page.deliveries) ?? [];

  return (
    <>
      <PageHeader
        back={{ href: paths.webhooks(slug), label: "Webhooks" }}
        title="Deliveries"
        description={webhook && <WebhookSummary webhook={webhook} />}
      />
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <DeliveryFilterSelect value={status} onChange={(next) => void setStatus(next)} />
      </div>
      {log.error && (
        <Notice tone="danger" role="alert" className="mb-3">
          {log.data ? "The server can't be reached; what you see may be old." : log.error.message}
        </Notice>
      )}
      {log.isPending && <SkeletonRows />}
      {log.data && deliveries.length === 0 && <DeliveriesEmpty isFiltered={status !== "all"} />}
      {deliveries.length > 0 && <DeliveryList slug={slug} deliveries={deliveries} />}
      <LoadMore
        things="deliveries"
        hasMore={log.hasNextPage}
        pending={log.isFetchingNextPage}
        onLoadMore={() => void log.fetchNextPage()}
      />
    </>
  );
}

function WebhookSummary({ webhook }: { webhook: WebhookHead }) {
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <WebhookUrl url={webhook.url} />
      {webhook.deletedAt ? (
        <span>
          Deleted <RelativeTime date={webhook.deletedAt} />
        </span>
      ) : (
        <WebhookHealth health={webhook.health} />
      )}
    </span>
  );
}
