"use client";

import type { ReactNode } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/paths";
import type { DeliveryDetail } from "@/lib/webhooks/queries/get-delivery";

type DeliveryFactsProps = {
  slug: string;
  delivery: DeliveryDetail;
  /** Whether they stand on the delivery's own page, which then isn't linked. */
  isOwnPage: boolean;
};

/** The ids of a delivery, its times, and what comes next. */
export function DeliveryFacts({ slug, delivery, isOwnPage }: DeliveryFactsProps) {
  const { nextAttemptAt, endReason, erasedAt } = delivery;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-[0.8125rem]">
      <Fact label="Event">
        <span className="font-mono break-all">{delivery.eventId}</span>
      </Fact>
      <Fact label="Delivery">
        {isOwnPage ? (
          <span className="font-mono break-all">dlv_{delivery.id}</span>
        ) : (
          <TextLink href={paths.delivery(slug, delivery.id)} className="font-mono break-all">
            dlv_{delivery.id}
          </TextLink>
        )}
      </Fact>
      <Fact label={delivery.resourceId.startsWith("msg_") ? "Message" : "Review"}>
        <TextLink href={paths.allDeliveries(slug, delivery.resourceId)} className="font-mono break-all">
          {delivery.resourceId}
        </TextLink>
        {delivery.revision > 0 && <span>, revision {delivery.revision}</span>}
      </Fact>
      <Fact label="Happened">
        <RelativeTime date={delivery.eventAt} />
      </Fact>
      {nextAttemptAt && (
        <Fact label="Next attempt">
          <RelativeTime date={nextAttemptAt} />
        </Fact>
      )}
      {delivery.status === "held" && (
        <Fact label="Held">
          The webhook was off before this was delivered. Once it is on, its row offers to send or skip this.
        </Fact>
      )}
      {endReason && <Fact label="Why">{endReason}</Fact>}
      {erasedAt && (
        <Fact label="Erased">
          <RelativeTime date={erasedAt} />: the customer was erased, and what was sent with them
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
