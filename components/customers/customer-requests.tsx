"use client";

import { IgnoredOpens } from "@/components/customers/ignored-opens";
import { MessageActions } from "@/components/messages/message-actions";
import type { MessageRights } from "@/components/messages/message-menu";
import { MessageRow } from "@/components/messages/message-row";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { Stars } from "@/components/ui/stars";
import { TextLink } from "@/components/ui/text-link";
import type { CustomerDetail } from "@/lib/customers/queries";
import { paths } from "@/lib/paths";

type Props = { slug: string; customer: CustomerDetail; timeZone: string; rights: MessageRights };

type RequestItem = CustomerDetail["requests"][number];

/** The requests a customer got, latest first, each with its messages and what came back. */
export function CustomerRequests({ slug, customer, timeZone, rights }: Props) {
  return (
    <Card>
      <CardHeader title="Requests" description={askedWords(customer.requests.length)} />
      <CardContent>
        {customer.requests.length === 0 ? (
          <p className="text-sm text-muted-foreground">Nothing yet. Ask them for a review.</p>
        ) : (
          <ol className="flex flex-col gap-5">
            {customer.requests.map((request) => (
              <li key={request.id} className="min-w-0">
                <RequestHead slug={slug} request={request} timeZone={timeZone} />
                {request.messages.length > 0 && (
                  <ul aria-label="Messages of this request" className="mt-2 divide-y rounded-lg border">
                    {request.messages.map((message) => (
                      <MessageRow
                        key={message.id}
                        slug={slug}
                        message={message}
                        timeZone={timeZone}
                        actions={
                          <MessageActions slug={slug} message={message} rights={rights} timeZone={timeZone} />
                        }
                      />
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
        )}
      </CardContent>
    </Card>
  );
}

type HeadProps = { slug: string; request: RequestItem; timeZone: string };

function RequestHead({ slug, request, timeZone }: HeadProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="font-medium">{request.messages.length > 0 ? "Request" : "Rating link"}</span>
      {request.canceledAt && <Badge>Canceled</Badge>}
      {request.review ? (
        <>
          <Stars score={request.review.score} />
          <TextLink href={paths.review(slug, request.review.id)}>Open review</TextLink>
        </>
      ) : (
        !request.canceledAt && <span className="text-muted-foreground">Not rated yet</span>
      )}
      <IgnoredOpens count={request.ignoredOpens} />
      <RelativeTime
        date={request.createdAt}
        timeZone={timeZone}
        className="ml-auto text-[0.8125rem] text-muted-foreground"
      />
    </div>
  );
}

function askedWords(count: number): string {
  if (count === 0) return "Never asked.";
  return count === 1 ? "Asked once." : `Asked ${count} times.`;
}
