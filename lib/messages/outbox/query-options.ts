import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { unwrap } from "@/lib/actions/result";
import { getOutboxMessageAction, listOutboxAction } from "@/lib/messages/outbox/actions";
import { messagesKey } from "@/lib/messages/query-options";

const LIVE_MS = 3_000;

/** Pages of the Outbox. */
export const outboxQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...messagesKey(slug), "outbox"],
    queryFn: ({ pageParam }) => unwrap(listOutboxAction(slug, { cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: LIVE_MS,
  });

/** What a message says never changes; how far it got does. */
export const outboxMessageQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: [...messagesKey(slug), "outbox-message", id],
    queryFn: () => unwrap(getOutboxMessageAction(slug, { id })),
    refetchInterval: LIVE_MS,
  });
