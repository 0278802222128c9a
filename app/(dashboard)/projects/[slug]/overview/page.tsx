import { answeredPage } from "@/app/_pages/answered-page";
import { DemoNotice } from "@/components/demo/demo-notice";
import { Figures } from "@/components/overview/figures";
import { Guide } from "@/components/overview/guide";
import { LatestDeliveries, LatestReviews } from "@/components/overview/latest";
import { AskButton } from "@/components/requests/ask-button";
import { PageHeader } from "@/components/ui/page-header";
import { Stars } from "@/components/ui/stars";
import { hasPermission } from "@/lib/auth/permissions";
import { requirePageAccess } from "@/lib/auth/session";
import { outboxChannels } from "@/lib/messages/outbox-channels";
import { guideSteps } from "@/lib/overview/guide-steps";
import { getOverview } from "@/lib/overview/queries";
import { summarizeWebhooks } from "@/lib/overview/webhook-summary";
import { paths } from "@/lib/paths";
import { getAskFacts } from "@/lib/requests/get-ask-facts";

async function OverviewPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "read", paths.overview(slug));
  const canAsk = hasPermission(access.role, "ask");
  const [overview, facts] = await Promise.all([getOverview(access), canAsk ? getAskFacts(access) : null]);
  const managesApi = hasPermission(access.role, "manage_api");
  const steps = managesApi ? guideSteps(slug, overview.guide, outboxChannels().length > 0) : [];
  const average = overview.averageScore;

  return (
    <>
      <PageHeader title="Overview" actions={facts && <AskButton slug={slug} facts={facts} />} />
      <div className="flex flex-col gap-6">
        {overview.isDemo && hasPermission(access.role, "manage_settings") && <DemoNotice slug={slug} />}
        {steps.length > 0 && <Guide slug={slug} steps={steps} canHide />}
        <Figures
          figures={[
            {
              label: "Average score",
              value: average === null ? "None yet" : average.toFixed(1),
              note: average !== null && <Stars score={average} />,
            },
            {
              label: "Reviews in 30 days",
              value: overview.recentCount,
              note: `${overview.reviewCount} in all`,
            },
            {
              label: "Messages sent in 30 days",
              value: overview.messages.sent,
              note: `${overview.messages.clicked} clicked`,
            },
            {
              label: "Webhooks",
              value: <span className="text-base">{summarizeWebhooks(overview.webhooks).text}</span>,
            },
          ]}
        />
        <div className="grid gap-6 lg:grid-cols-2">
          <LatestReviews slug={slug} reviews={overview.latestReviews} />
          {managesApi && <LatestDeliveries slug={slug} deliveries={overview.latestDeliveries} />}
        </div>
      </div>
    </>
  );
}

const { Answer, generateMetadata } = answeredPage("Overview", OverviewPage);
export { Answer as default, generateMetadata };
