"use client";

import { Badge } from "@/components/ui/badge";
import { messageStatusWords } from "@/lib/messages/message-words";
import type { MessageListItem } from "@/lib/messages/queries/list-messages";

type Marked = Pick<MessageListItem, "status" | "openedAt" | "clickedAt" | "isDemo">;

/** How far a message got, in words. */
export function MessageState({ message }: { message: Marked }) {
  const { tone, text } = messageStatusWords(message.status);
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge tone={tone}>{text}</Badge>
      {message.openedAt && !message.clickedAt && <Badge tone="success">Opened</Badge>}
      {message.clickedAt && <Badge tone="success">Clicked</Badge>}
      {message.isDemo && <Badge tone="info">Demo</Badge>}
    </span>
  );
}
