import { answeredPage } from "@/app/_pages/answered-page";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { ApiKeysSection } from "@/components/api-keys/api-keys-section";
import { PageHeader } from "@/components/ui/page-header";
import { WebhooksSection } from "@/components/webhooks/webhooks-section";
import { listApiKeys } from "@/lib/api-keys/queries";
import { apiKeysQuery } from "@/lib/api-keys/query-options";
import { requirePageAccess } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { listWebhooks } from "@/lib/webhooks/queries/list-webhooks";
import { webhookListQuery } from "@/lib/webhooks/query-options";

async function ApiSettingsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "manage_api", paths.settingsApi(slug));
  const queryClient = new QueryClient();
  queryClient.setQueryData(webhookListQuery(slug).queryKey, await listWebhooks(access));
  queryClient.setQueryData(apiKeysQuery(slug).queryKey, await listApiKeys(access));
  return (
    <>
      <PageHeader title="API" />
      <HydrationBoundary state={dehydrate(queryClient)}>
        <ApiKeysSection slug={slug} />
        <WebhooksSection slug={slug} />
      </HydrationBoundary>
    </>
  );
}

const { Answer, generateMetadata } = answeredPage("API", ApiSettingsPage);
export { Answer as default, generateMetadata };
