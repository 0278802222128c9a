"use client";

import { Mail, MessageSquare } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { MessageState } from "@/components/messages/message-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { useNow } from "@/components/ui/use-now";
import { customerName } from "@/lib/customers/customer-name";
import { messageStateDetail, messageTemplateWords } from "@/lib/messages/message-words";
import type { MessageListItem } from "@/lib/messages/queries/list-messages";
import { paths } from "@/lib/paths";

type Props = {
  slug: string;
  message: MessageListItem;
  /** IANA name of the project's zone. */
  timeZone: string;
  /** The menu at its end. */
  actions?: ReactNode;
};

/** One message of a list: to whom, what, how far it got and why not further. */
export function MessageRow({ slug, message, timeZone, actions }: Props) {
  const detail = messageStateDetail(message, { now: useNow(), timeZone });
  const Icon = message.channel === "email" ? Mail : MessageSquare;
  return (
    <li className="relative flex items-start gap-2 py-3 pr-2 pl-4 transition-colors hover:bg-muted/50">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <div className="flex min-w-0 items-center gap-x-3 max-sm:basis-full sm:contents">
            <Icon
              role="img"
              aria-label={message.channel === "email" ? "E-mail" : "SMS"}
              className="size-4 shrink-0 text-muted-foreground"
            />
            <Link
              href={paths.message(slug, message.id)}
              dir="auto"
              className="min-w-0 truncate text-sm font-medium after:absolute after:inset-0 sm:max-w-xs"
            >
              {customerName(message.customer)}
            </Link>
            <RelativeTime
              date={stateTime(message)}
              timeZone={timeZone}
              className="relative ml-auto shrink-0 text-[0.8125rem] text-muted-foreground sm:order-last"
            />
          </div>
          <span className="text-[0.8125rem] text-muted-foreground">
            {messageTemplateWords(message.sequence)}
          </span>
          <MessageState message={message} />
        </div>
        <p
          dir="auto"
          className="mt-1 line-clamp-2 text-left text-sm break-words text-muted-foreground sm:line-clamp-1"
        >
          {message.to} · {message.subject ?? message.preview}
        </p>
        {detail && (
          <p
            className="mt-0.5 line-clamp-2 text-[0.8125rem] break-words text-muted-foreground"
            suppressHydrationWarning
          >
            {detail}
          </p>
        )}
      </div>
      {actions && <div className="relative shrink-0">{actions}</div>}
    </li>
  );
}

/** When it became what it is. */
function stateTime(message: MessageListItem): Date {
  const times: Partial<Record<MessageListItem["status"], Date | null>> = {
    sent: message.sentAt,
    delivered: message.deliveredAt,
    failed: message.failedAt,
    complained: message.complainedAt,
    canceled: message.canceledAt,
  };
  return times[message.status] ?? message.createdAt;
}
