"use client";

import { useQuery } from "@tanstack/react-query";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { DeliveryDetails } from "@/components/webhooks/delivery-details";
import { ResendButton } from "@/components/webhooks/resend-button";
import { WebhookUrl } from "@/components/webhooks/webhook-url";
import { paths } from "@/lib/paths";
import { deliveryStatusWords } from "@/lib/webhooks/delivery-words";
import { deliveryQuery } from "@/lib/webhooks/query-options";

/** The page of one delivery, to link to. */
export function OneDelivery({ slug, deliveryId }: { slug: string; deliveryId: string }) {
  const { data } = useQuery(deliveryQuery(slug, deliveryId));
  const status = data && deliveryStatusWords(data.status, data.attemptCount);
  return (
    <>
      <PageHeader
        back={{
          href: data ? paths.deliveries(slug, data.webhookId) : paths.allDeliveries(slug),
          label: "Deliveries",
        }}
        title={<span className="font-mono">{data?.eventType ?? "Delivery"}</span>}
        description={
          data && (
            <span className="flex min-w-0 flex-wrap items-center gap-2">
              {status && <Badge tone={status.tone}>{status.text}</Badge>}
              <WebhookUrl url={data.webhookUrl} />
            </span>
          )
        }
        actions={data && !data.isWebhookDeleted && <ResendButton slug={slug} delivery={data} />}
      />
      <div className="overflow-hidden rounded-lg border [&>div]:border-t-0 sm:[&>div]:p-4">
        <DeliveryDetails slug={slug} deliveryId={deliveryId} isOwnPage />
      </div>
    </>
  );
}
