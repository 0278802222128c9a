import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { answeredPage } from "@/app/_pages/answered-page";
import { DemoNotice } from "@/components/demo/demo-notice";
import { createQueryClient } from "@/components/layout/create-query-client";
import { LiveOverview } from "@/components/overview/live-overview";
import { AskButton } from "@/components/requests/ask-button";
import { PageHeader } from "@/components/ui/page-header";
import { hasPermission } from "@/lib/auth/permissions";
import { requirePageAccess } from "@/lib/auth/session";
import { isDemoProject } from "@/lib/demo/queries";
import { outboxChannels } from "@/lib/messages/outbox-channels";
import { getOverview } from "@/lib/overview/queries";
import { overviewQuery } from "@/lib/overview/query-options";
import { paths } from "@/lib/paths";
import { getAskFacts } from "@/lib/requests/get-ask-facts";

async function OverviewPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "read", paths.overview(slug));
  const queryClient = createQueryClient();
  const [facts, showsDemo] = await Promise.all([
    hasPermission(access.role, "ask") ? getAskFacts(access) : null,
    hasPermission(access.role, "manage_settings") && isDemoProject(access),
    queryClient.prefetchQuery({ ...overviewQuery(slug), queryFn: () => getOverview(access) }),
  ]);

  return (
    <>
      <PageHeader title="Overview" actions={facts && <AskButton slug={slug} facts={facts} />} />
      <div className="flex flex-col gap-6">
        {showsDemo && <DemoNotice slug={slug} />}
        <HydrationBoundary state={dehydrate(queryClient)}>
          <LiveOverview slug={slug} hasOutbox={outboxChannels().length > 0} />
        </HydrationBoundary>
      </div>
    </>
  );
}

const { Answer, generateMetadata } = answeredPage("Overview", OverviewPage);
export { Answer as default, generateMetadata };
