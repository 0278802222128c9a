"use client";

import { useQuery } from "@tanstack/react-query";
import { LoadFailure } from "@/components/forms/load-failure";
import { Figures } from "@/components/overview/figures";
import { Guide } from "@/components/overview/guide";
import { LatestDeliveries, LatestReviews } from "@/components/overview/latest";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Stars } from "@/components/ui/stars";
import { guideSteps } from "@/lib/overview/guide-steps";
import { overviewQuery } from "@/lib/overview/query-options";

type Props = { slug: string; hasOutbox: boolean };

/** The guide, the figures and the latest of a project; what changes shows by itself. */
export function LiveOverview({ slug, hasOutbox }: Props) {
  const query = useQuery(overviewQuery(slug));
  const { data, isError } = query;
  const steps = data?.guide ? guideSteps(slug, data.guide, hasOutbox) : [];
  return (
    <>
      <LoadFailure query={query} />
      {steps.length > 0 && <Guide slug={slug} steps={steps} canHide />}
      {!data && !isError && <SkeletonRows rows={4} />}
      {data && (
        <>
          <Figures
            figures={[
              {
                label: "Average score",
                value: data.averageScore === null ? "None yet" : data.averageScore.toFixed(1),
                note: data.averageScore !== null && <Stars score={data.averageScore} />,
              },
              {
                label: "Reviews in 30 days",
                value: data.recentCount,
                note: `${data.reviewCount} in all`,
              },
              {
                label: "Messages sent in 30 days",
                value: data.messages.sent,
                note: `${data.messages.clicked} clicked`,
              },
              { label: "Webhooks", value: <span className="text-base">{data.webhooks}</span> },
            ]}
          />
          <div className="grid gap-6 lg:grid-cols-2">
            <LatestReviews slug={slug} reviews={data.latestReviews} />
            {data.latestDeliveries && <LatestDeliveries slug={slug} deliveries={data.latestDeliveries} />}
          </div>
        </>
      )}
    </>
  );
}
