"use client";

import { ChevronRight, Mail, MessageSquare } from "lucide-react";
import { MessageState } from "@/components/messages/message-state";
import { OutboxMessageView } from "@/components/outbox/outbox-message-view";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { customerName } from "@/lib/customers/customer-name";
import { messageTemplateWords } from "@/lib/messages/message-words";
import type { MessageListItem } from "@/lib/messages/queries/list-messages";

type Props = {
  slug: string;
  message: MessageListItem;
  /** May play the provider. */
  canReport: boolean;
  timeZone: string;
  isOpen: boolean;
  onToggle: () => void;
};

/** One message of the Outbox; it opens to what the customer would see. */
export function OutboxEntry({ slug, message, canReport, timeZone, isOpen, onToggle }: Props) {
  const viewId = `outbox-${message.id}`;
  const Icon = message.channel === "email" ? Mail : MessageSquare;
  return (
    <li className="min-w-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={viewId}
        onClick={onToggle}
        className="flex w-full min-w-0 items-start gap-2 px-3 py-3 text-left text-sm hover:bg-muted/50 focus-visible:-outline-offset-2"
      >
        <ChevronRight
          aria-hidden
          className={cn(
            "mt-0.5 size-4 shrink-0 text-muted-foreground transition-transform",
            isOpen && "rotate-90",
          )}
        />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Icon
              role="img"
              aria-label={message.channel === "email" ? "E-mail" : "SMS"}
              className="size-4 shrink-0 text-muted-foreground"
            />
            <bdi className="max-w-[60%] min-w-0 truncate font-medium sm:max-w-xs">
              {customerName(message.customer)}
            </bdi>
            <span className="text-[0.8125rem] text-muted-foreground">
              {messageTemplateWords(message.sequence)}
            </span>
            <MessageState message={message} />
            <RelativeTime
              date={message.sentAt ?? message.createdAt}
              timeZone={timeZone}
              className="ml-auto text-[0.8125rem] text-muted-foreground"
            />
          </span>
          <span dir="auto" className="mt-1 block truncate text-left text-muted-foreground">
            {message.to} · {message.subject ?? message.preview}
          </span>
        </span>
      </button>
      <div id={viewId}>
        {isOpen && <OutboxMessageView slug={slug} id={message.id} canReport={canReport} />}
      </div>
    </li>
  );
}
