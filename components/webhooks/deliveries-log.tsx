"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { RotateCcw, Send } from "lucide-react";
import { useState } from "react";
import { toastFailure } from "@/components/forms/toast-failure";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { DeliveryFilterBar } from "@/components/webhooks/delivery-filter-bar";
import { DeliveryLog } from "@/components/webhooks/delivery-log";
import { ReplayDialog } from "@/components/webhooks/replay-dialog";
import { ReplayList } from "@/components/webhooks/replay-list";
import { TestEventResult } from "@/components/webhooks/test-event-result";
import { WebhookHealth } from "@/components/webhooks/webhook-health";
import { WebhookHistory } from "@/components/webhooks/webhook-history";
import { WebhookStats } from "@/components/webhooks/webhook-stats";
import { WebhookUrl } from "@/components/webhooks/webhook-url";
import { unwrap } from "@/lib/actions/result";
import { paths } from "@/lib/paths";
import { sendTestEventAction } from "@/lib/webhooks/actions";
import type { WebhookHead } from "@/lib/webhooks/queries/get-webhook";
import { webhookQuery } from "@/lib/webhooks/query-options";

/** The page of one webhook's deliveries. */
export function DeliveriesLog({ slug, webhookId }: { slug: string; webhookId: string }) {
  const { data: webhook } = useQuery(webhookQuery(slug, webhookId));
  const isDeleted = webhook?.deletedAt != null;
  const [testDeliveryId, setTestDeliveryId] = useState<string | null>(null);
  const [isReplaying, setIsReplaying] = useState(false);
  return (
    <>
      <PageHeader
        back={{ href: paths.webhooks(slug), label: "Webhooks" }}
        title="Deliveries"
        description={webhook && <WebhookSummary webhook={webhook} />}
        actions={
          !isDeleted && (
            <>
              <Button onClick={() => setIsReplaying(true)}>
                <RotateCcw />
                Send again …
              </Button>
              <SendTestEvent slug={slug} webhookId={webhookId} onSent={setTestDeliveryId} />
            </>
          )
        }
      />
      {testDeliveryId && <TestEventResult key={testDeliveryId} slug={slug} deliveryId={testDeliveryId} />}
      <ReplayDialog
        slug={slug}
        webhookId={webhookId}
        open={isReplaying}
        onClose={() => setIsReplaying(false)}
      />
      <ReplayList slug={slug} webhookId={webhookId} />
      <WebhookStats slug={slug} webhookId={webhookId} />
      <WebhookHistory slug={slug} webhookId={webhookId} />
      <DeliveryFilterBar />
      <DeliveryLog slug={slug} webhookId={webhookId} />
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

type SendTestEventProps = { slug: string; webhookId: string; onSent: (deliveryId: string) => void };

function SendTestEvent({ slug, webhookId, onSent }: SendTestEventProps) {
  const send = useMutation({
    mutationFn: () => unwrap(sendTestEventAction(slug, { webhookId })),
    onSuccess: (sent) => onSent(sent.deliveryId),
    onError: toastFailure,
  });
  return (
    <Button pending={send.isPending} onClick={() => send.mutate()}>
      <Send />
      Send test event
    </Button>
  );
}
