import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createSearchParamsCache, parseAsStringLiteral, type SearchParams } from "nuqs/server";
import { DeliveriesLog } from "@/components/webhooks/deliveries-log";
import { requirePageAccess } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { getWebhook } from "@/lib/webhooks/queries/get-webhook";
import { listDeliveries } from "@/lib/webhooks/queries/list-deliveries";
import { deliveriesQuery, webhookQuery } from "@/lib/webhooks/query-options";
import { DELIVERY_FILTERS } from "@/lib/webhooks/schema";

export const metadata: Metadata = { title: "Deliveries" };

const searchParamsCache = createSearchParamsCache({
  status: parseAsStringLiteral(DELIVERY_FILTERS).withDefault("all"),
});

type DeliveriesPageProps = {
  params: Promise<{ slug: string; webhookId: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function DeliveriesPage({ params, searchParams }: DeliveriesPageProps) {
  const { slug, webhookId } = await params;
  const access = await requirePageAccess(slug, "manage_api", paths.deliveries(slug, webhookId));
  const { status } = await searchParamsCache.parse(searchParams);
  const webhook = await getWebhook(access, { webhookId }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  const queryClient = new QueryClient();
  queryClient.setQueryData(webhookQuery(slug, webhookId).queryKey, webhook);
  queryClient.setQueryData(deliveriesQuery(slug, webhookId, status).queryKey, {
    pages: [await listDeliveries(access, { webhookId, status })],
    pageParams: [""],
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <DeliveriesLog slug={slug} webhookId={webhookId} />
    </HydrationBoundary>
  );
}
