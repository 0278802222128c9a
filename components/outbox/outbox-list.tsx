"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { LoadFailure } from "@/components/forms/load-failure";
import { OutboxEntry } from "@/components/outbox/outbox-entry";
import { SystemMailRow } from "@/components/system-mails/system-mail-row";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { MessageListItem } from "@/lib/messages/queries/list-messages";
import { mergeOutbox } from "@/lib/messages/outbox/merge-outbox";
import { outboxMessageQuery, outboxQuery } from "@/lib/messages/outbox/query-options";

type Props = { slug: string; canReport: boolean; timeZone: string };

/** What would have left this server, newest first, live. The opened message stands in the URL. */
export function OutboxList({ slug, canReport, timeZone }: Props) {
  const [openId, setOpenId] = useQueryState("message", parseAsString);
  const query = useInfiniteQuery(outboxQuery(slug));
  const pages = query.data?.pages ?? [];
  const items = mergeOutbox(pages, query.hasNextPage);
  const isListed = pages.some((page) => page.messages.some((message) => message.id === openId));
  const asked = useQuery({
    ...outboxMessageQuery(slug, openId ?? ""),
    enabled: openId !== null && query.isSuccess && !isListed,
  });

  const entry = (message: MessageListItem) => (
    <OutboxEntry
      key={message.id}
      slug={slug}
      message={message}
      canReport={canReport}
      timeZone={timeZone}
      isOpen={message.id === openId}
      onToggle={() => void setOpenId(message.id === openId ? null : message.id)}
    />
  );

  return (
    <>
      <LoadFailure query={query} className="mb-3" />
      {query.isPending && <SkeletonRows />}
      {query.isSuccess && items.length === 0 && (
        <EmptyState icon={Mail} title="Nothing in the Outbox">
          Ask a customer for a review: the message appears here as they would see it, with links that work.
        </EmptyState>
      )}
      {(items.length > 0 || asked.data) && (
        <ul aria-label="Outbox" className="divide-y rounded-lg border bg-card">
          {asked.data && !isListed && entry(asked.data)}
          {items.map((item) =>
            item.kind === "message" ? (
              entry(item.message)
            ) : (
              <SystemMailRow key={item.mail.id} mail={item.mail} />
            ),
          )}
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
