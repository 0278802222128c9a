import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { WebhooksSection } from "@/components/webhooks/webhooks-section";
import { requirePageAccess } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { listWebhooks } from "@/lib/webhooks/queries/list-webhooks";
import { webhookListQuery } from "@/lib/webhooks/query-options";

export const metadata: Metadata = { title: "API" };

export default async function ApiSettingsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "manage_api", paths.settingsApi(slug));
  const queryClient = new QueryClient();
  queryClient.setQueryData(webhookListQuery(slug).queryKey, await listWebhooks(access));
  return (
    <>
      <PageHeader title="API" />
      <HydrationBoundary state={dehydrate(queryClient)}>
        <WebhooksSection slug={slug} />
      </HydrationBoundary>
    </>
  );
}
