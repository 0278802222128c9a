"use client";

import { useQuery } from "@tanstack/react-query";
import { LoadFailure } from "@/components/forms/load-failure";
import { EmailView } from "@/components/outbox/email-view";
import { ReportButtons } from "@/components/outbox/report-buttons";
import { SmsView } from "@/components/outbox/sms-view";
import { Skeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { outboxMessageQuery } from "@/lib/messages/outbox/query-options";
import { paths } from "@/lib/paths";

type Props = { slug: string; id: string; canReport: boolean };

/** What the customer would see, and the buttons by which their provider answers. */
export function OutboxMessageView({ slug, id, canReport }: Props) {
  const query = useQuery(outboxMessageQuery(slug, id));
  const { data: message } = query;
  if (query.error && !message) return <LoadFailure query={query} className="m-4" />;
  if (!message) return <Skeleton className="m-4 h-64" />;
  return (
    <div className="flex min-w-0 flex-col gap-4 border-t bg-muted/30 px-4 py-4">
      <div className="flex flex-wrap items-center gap-2">
        {canReport && <ReportButtons slug={slug} message={message} />}
        <TextLink href={paths.message(slug, id)} className="ml-auto text-sm">
          Open message
        </TextLink>
      </div>
      {message.channel === "email" ? (
        <EmailView message={message} />
      ) : (
        <SmsView from={message.from} text={message.text} segments={message.segments} />
      )}
    </div>
  );
}
