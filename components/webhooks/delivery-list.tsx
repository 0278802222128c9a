"use client";

import { useState } from "react";
import { DeliveryRow } from "@/components/webhooks/delivery-row";
import type { DeliveryItem } from "@/lib/webhooks/queries/list-deliveries";
import type { WebhookName } from "@/lib/webhooks/queries/list-webhook-names";

type DeliveryListProps = {
  slug: string;
  deliveries: readonly DeliveryItem[];
  webhooks: readonly WebhookName[];
  /** Each row names its webhook. */
  showsWebhook: boolean;
};

/** Deliveries, newest first; each opens to what was sent and what came back. */
export function DeliveryList({ slug, deliveries, webhooks, showsWebhook }: DeliveryListProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const byId = new Map(webhooks.map((webhook) => [webhook.id, webhook]));

  function toggle(id: string) {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  }

  return (
    <ul aria-label="Deliveries" className="divide-y rounded-lg border bg-card">
      {deliveries.map((delivery) => {
        const webhook = byId.get(delivery.webhookId);
        return (
          <DeliveryRow
            key={delivery.id}
            slug={slug}
            delivery={delivery}
            webhookUrl={showsWebhook ? (webhook?.url ?? null) : null}
            canResend={webhook !== undefined && webhook.deletedAt === null}
            isOpen={open.has(delivery.id)}
            onToggle={() => toggle(delivery.id)}
          />
        );
      })}
    </ul>
  );
}
