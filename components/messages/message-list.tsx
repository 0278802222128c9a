"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { useQueryStates } from "nuqs";
import { LoadFailure } from "@/components/forms/load-failure";
import { MessageActions } from "@/components/messages/message-actions";
import { messageFilterParsers } from "@/components/messages/message-filter-parsers";
import type { MessageRights } from "@/components/messages/message-menu";
import { MessageRow } from "@/components/messages/message-row";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import { messagesQuery } from "@/lib/messages/query-options";

type Props = {
  slug: string;
  /** IANA name of the project's zone. */
  timeZone: string;
  rights: MessageRights;
};

/** The messages that match the filters in the URL, newest first; what changes shows by itself. */
export function MessageList({ slug, timeZone, rights }: Props) {
  const [filters] = useQueryStates(messageFilterParsers);
  const query = useInfiniteQuery({ ...messagesQuery(slug, filters), placeholderData: keepPreviousData });
  const messages = query.data?.pages.flatMap((page) => page.messages) ?? [];

  return (
    <>
      <LoadFailure query={query} className="mb-3" />
      {query.isPending && <SkeletonRows rows={6} />}
      {query.data && messages.length === 0 && (
        <NoMessages isFiltered={Object.values(filters).some((value) => !["", "all", 0].includes(value))} />
      )}
      {messages.length > 0 && (
        <ul aria-label="Messages" className="divide-y rounded-lg border bg-card">
          {messages.map((message) => (
            <MessageRow
              key={message.id}
              slug={slug}
              message={message}
              timeZone={timeZone}
              actions={<MessageActions slug={slug} message={message} rights={rights} timeZone={timeZone} />}
            />
          ))}
        </ul>
      )}
      <LoadMore
        things="messages"
        hasMore={query.hasNextPage}
        pending={query.isFetchingNextPage}
        onLoadMore={() => void query.fetchNextPage()}
      />
    </>
  );
}

function NoMessages({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState icon={Mail} title="No message matches">
      Change the search or the filters to see more.
    </EmptyState>
  ) : (
    <EmptyState icon={Mail} title="No messages yet">
      Ask a customer for a review: the message and its reminders stand here at once, and you see how far each
      got.
    </EmptyState>
  );
}
