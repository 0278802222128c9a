"use client";

import { useQuery } from "@tanstack/react-query";
import { LoadFailure } from "@/components/forms/load-failure";
import { Skeleton } from "@/components/ui/skeleton";
import { AttemptDetails } from "@/components/webhooks/attempt-details";
import { CodeBlock } from "@/components/webhooks/code-block";
import { DeliveryFacts } from "@/components/webhooks/delivery-facts";
import { deliveryQuery } from "@/lib/webhooks/query-options";

type DeliveryDetailsProps = { slug: string; deliveryId: string; isOwnPage?: boolean };

/** What was sent, byte for byte, and each attempt at it. */
export function DeliveryDetails({ slug, deliveryId, isOwnPage = false }: DeliveryDetailsProps) {
  const query = useQuery(deliveryQuery(slug, deliveryId));
  const { data } = query;
  if (query.error && !data) return <LoadFailure query={query} className="m-3" />;
  if (!data) return <Skeleton className="m-3 h-24" />;
  const more = data.attemptCount - data.attempts.length;
  return (
    <div className="flex min-w-0 flex-col gap-4 border-t bg-muted/40 px-3 py-3 sm:px-9">
      <DeliveryFacts slug={slug} delivery={data} isOwnPage={isOwnPage} />
      {data.erasedAt ? (
        <CodeBlock title="Body, erased with the customer" text={data.body} isJson />
      ) : (
        <CodeBlock title="Body, exactly as sent" text={data.body} isJson />
      )}
      {data.attempts.length === 0 ? (
        <p className="text-[0.8125rem] text-muted-foreground">No attempt yet.</p>
      ) : (
        <ol aria-label="Attempts" className="flex flex-col gap-2">
          {data.attempts.map((attempt, index) => (
            <AttemptDetails
              key={attempt.id}
              attempt={attempt}
              body={data.erasedAt ? null : data.body}
              isOpenAtFirst={index === 0}
            />
          ))}
        </ol>
      )}
      {more > 0 && (
        <p className="text-[0.8125rem] text-muted-foreground">
          {more.toLocaleString("en")} earlier {more === 1 ? "attempt isn't" : "attempts aren't"} shown.
        </p>
      )}
    </div>
  );
}
