"use client";

import { useQuery } from "@tanstack/react-query";
import { PageHeader } from "@/components/ui/page-header";
import { DeliveryFilterBar } from "@/components/webhooks/delivery-filter-bar";
import { DeliveryLog } from "@/components/webhooks/delivery-log";
import { paths } from "@/lib/paths";
import { webhookNamesQuery } from "@/lib/webhooks/query-options";

/** The page of a project's deliveries, whichever webhook they were for. */
export function AllDeliveries({ slug, keptDays }: { slug: string; keptDays: number }) {
  const { data: webhooks } = useQuery(webhookNamesQuery(slug));
  return (
    <>
      <PageHeader
        back={{ href: paths.settingsApi(slug), label: "API" }}
        title="Deliveries"
        description={`What was sent to this project's webhooks in the last ${keptDays} days, and what came back.`}
      />
      <DeliveryFilterBar webhooks={webhooks ?? []} />
      <DeliveryLog slug={slug} />
    </>
  );
}
