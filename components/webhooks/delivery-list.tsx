"use client";

import { useState } from "react";
import { DeliveryRow } from "@/components/webhooks/delivery-row";
import type { DeliveryItem } from "@/lib/webhooks/queries/list-deliveries";

type DeliveryListProps = { slug: string; deliveries: readonly DeliveryItem[]; canResend: boolean };

/** Deliveries, newest first; each opens to what was sent and what came back. */
export function DeliveryList({ slug, deliveries, canResend }: DeliveryListProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());

  function toggle(id: string) {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  }

  return (
    <ul aria-label="Deliveries" className="divide-y rounded-lg border bg-card">
      {deliveries.map((delivery) => (
        <DeliveryRow
          key={delivery.id}
          slug={slug}
          delivery={delivery}
          canResend={canResend}
          isOpen={open.has(delivery.id)}
          onToggle={() => toggle(delivery.id)}
        />
      ))}
    </ul>
  );
}
