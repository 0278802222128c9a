"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { LoadFailure } from "@/components/forms/load-failure";
import { MessageActions } from "@/components/messages/message-actions";
import type { MessageRights } from "@/components/messages/message-menu";
import { MessageFacts } from "@/components/messages/message-facts";
import { MessageRequest } from "@/components/messages/message-request";
import { MessageState } from "@/components/messages/message-state";
import { MessageTimelineList } from "@/components/messages/message-timeline-list";
import { UnsavedOpens } from "@/components/messages/unsaved-opens";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useNow } from "@/components/ui/use-now";
import { EventsCard } from "@/components/webhooks/events-card";
import { customerName } from "@/lib/customers/customer-name";
import { messageStateDetail } from "@/lib/messages/message-words";
import { messageQuery } from "@/lib/messages/query-options";
import { paths } from "@/lib/paths";

type Props = {
  slug: string;
  id: string;
  timeZone: string;
  rights: MessageRights;
  seesDeliveries: boolean;
};

/** One message, live: how far it got, its request, what it told webhooks. */
export function MessageScreen({ slug, id, timeZone, rights, seesDeliveries }: Props) {
  const router = useRouter();
  const query = useQuery(messageQuery(slug, id));
  const { data: message } = query;
  const now = useNow();
  const failed = query.error && <LoadFailure query={query} className="mb-4" />;
  if (!message) return failed ?? <SkeletonRows rows={6} />;
  const detail = messageStateDetail(message, { now, timeZone });
  return (
    <>
      <PageHeader
        back={{ href: paths.messages(slug), label: "Messages" }}
        title={
          <>
            Message to <bdi>{customerName(message.customer)}</bdi>
          </>
        }
        actions={
          <MessageActions
            slug={slug}
            message={message}
            rights={rights}
            timeZone={timeZone}
            look="secondary"
            onDeleted={() => router.push(paths.messages(slug))}
          />
        }
      />
      {failed}
      <div className="flex flex-col gap-6">
        <Card>
          <CardContent className="flex flex-col gap-4">
            <div>
              <MessageState message={message} />
              {detail && (
                <p className="mt-1.5 text-sm break-words" suppressHydrationWarning>
                  {detail}
                </p>
              )}
            </div>
            <MessageTimelineList message={message} timeZone={timeZone} />
          </CardContent>
        </Card>
        <Card>
          <CardHeader title="Details" />
          <CardContent>
            <MessageFacts slug={slug} message={message} timeZone={timeZone} />
          </CardContent>
        </Card>
        <MessageRequest slug={slug} message={message} timeZone={timeZone} />
        <UnsavedOpens message={message} timeZone={timeZone} />
        <EventsCard
          slug={slug}
          thing="message"
          resource={message}
          seesDeliveries={seesDeliveries}
          timeZone={timeZone}
        />
      </div>
    </>
  );
}
