"use client";

import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { toastFailure } from "@/components/forms/toast-failure";
import { Button } from "@/components/ui/button";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { DeliveriesEmpty } from "@/components/webhooks/deliveries-empty";
import { DeliveryFilterSelect } from "@/components/webhooks/delivery-filter-select";
import { DeliveryList } from "@/components/webhooks/delivery-list";
import { TestEventResult } from "@/components/webhooks/test-event-result";
import { WebhookHealth } from "@/components/webhooks/webhook-health";
import { WebhookUrl } from "@/components/webhooks/webhook-url";
import { unwrap } from "@/lib/actions/result";
import { paths } from "@/lib/paths";
import { sendTestEventAction } from "@/lib/webhooks/actions";
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
  const isDeleted = webhook?.deletedAt != null;

  return (
    <>
      <PageHeader
        back={{ href: paths.webhooks(slug), label: "Webhooks" }}
        title="Deliveries"
        description={webhook && <WebhookSummary webhook={webhook} />}
      />
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <DeliveryFilterSelect value={status} onChange={(next) => void setStatus(next)} />
        {!isDeleted && <SendTestEvent slug={slug} webhookId={webhookId} />}
      </div>
      {log.error && (
        <Notice tone="danger" role="alert" className="mb-3">
          {log.data ? "The server can't be reached; what you see may be old." : log.error.message}
        </Notice>
      )}
      {log.isPending && <SkeletonRows />}
      {log.data && deliveries.length === 0 && <DeliveriesEmpty isFiltered={status !== "all"} />}
      {deliveries.length > 0 && <DeliveryList slug={slug} deliveries={deliveries} canResend={!isDeleted} />}
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

function SendTestEvent({ slug, webhookId }: { slug: string; webhookId: string }) {
  const [deliveryId, setDeliveryId] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: () => unwrap(sendTestEventAction(slug, { webhookId })),
    onSuccess: (sent) => setDeliveryId(sent.deliveryId),
    onError: toastFailure,
  });
  return (
    <>
      <Button pending={send.isPending} onClick={() => send.mutate()}>
        <Send />
        Send test event
      </Button>
      {deliveryId && (
        <div className="basis-full">
          <TestEventResult key={deliveryId} slug={slug} deliveryId={deliveryId} />
        </div>
      )}
    </>
  );
}
