import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { unwrap } from "@/lib/actions/result";
import { countMessagesAction, getMessageAction, listMessagesAction } from "@/lib/messages/read-actions";
import type { MessageFilters } from "@/lib/messages/schema";

/** How often what is on the screen is read again; a hidden tab reads nothing. */
const LIVE_MS = 3_000;

/** Key of everything that shows a project's messages. Every change of a message invalidates its prefix. */
export const messagesKey = (slug: string) => ["messages", slug] as const;

/** Pages of messages that match the filters. */
export const messagesQuery = (slug: string, filters: MessageFilters) =>
  infiniteQueryOptions({
    queryKey: [...messagesKey(slug), "list", filters],
    queryFn: ({ pageParam }) => unwrap(listMessagesAction(slug, { ...filters, cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: LIVE_MS,
  });

/** How far the messages got that match the filters. */
export const messageCountsQuery = (slug: string, filters: MessageFilters) =>
  queryOptions({
    queryKey: [...messagesKey(slug), "counts", { ...filters, status: "all" }],
    queryFn: () => unwrap(countMessagesAction(slug, { ...filters, status: "all" })),
    refetchInterval: LIVE_MS,
  });

export const messageQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: [...messagesKey(slug), "one", id],
    queryFn: () => unwrap(getMessageAction(slug, { id })),
    refetchInterval: LIVE_MS,
  });
