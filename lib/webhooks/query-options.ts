import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { unwrap } from "@/lib/actions/result";
import {
  getDeliveryAction,
  getWebhookAction,
  getWebhookStatsAction,
  listDeliveriesAction,
  countReplayAction,
  listReplaysAction,
  listTroubledWebhooksAction,
  listWebhookNamesAction,
  listWebhooksAction,
  revealSecretAction,
} from "@/lib/webhooks/actions";
import type { replayInput } from "@/lib/webhooks/replay-schema";
import type { DeliveryFilterInput } from "@/lib/webhooks/delivery-filters";

/** How often what is on the screen is read again; a hidden tab reads nothing. */
const LIVE_MS = 3_000;
const SLOW_MS = 30_000;
const BANNER_MS = 5_000;

/** The webhooks of Settings > API. Every change of a webhook invalidates this key's prefix. */
export const webhooksKey = (slug: string) => ["webhooks", slug] as const;

export const webhookListQuery = (slug: string) =>
  queryOptions({
    queryKey: [...webhooksKey(slug), "list"] as const,
    queryFn: () => unwrap(listWebhooksAction(slug, {})),
    refetchInterval: LIVE_MS,
  });

export const troubledWebhooksQuery = (slug: string) =>
  queryOptions({
    queryKey: [...webhooksKey(slug), "troubled"] as const,
    queryFn: () => unwrap(listTroubledWebhooksAction(slug, {})),
    refetchInterval: BANNER_MS,
  });

export const webhookQuery = (slug: string, webhookId: string) =>
  queryOptions({
    queryKey: [...webhooksKey(slug), "one", webhookId] as const,
    queryFn: () => unwrap(getWebhookAction(slug, { webhookId })),
    refetchInterval: LIVE_MS,
  });

export const webhookStatsQuery = (slug: string, webhookId: string) =>
  queryOptions({
    queryKey: [...webhooksKey(slug), "stats", webhookId] as const,
    queryFn: () => unwrap(getWebhookStatsAction(slug, { webhookId })),
    refetchInterval: SLOW_MS,
  });

/**
 * A secret stays in memory only while its panel is open. Not under the webhooks' key: reading it anew is noted in the audit
 * log, so nothing but somebody who asks for it may do that.
 */
export const signingSecretQuery = (slug: string, webhookId: string) =>
  queryOptions({
    queryKey: ["signing-secret", slug, webhookId] as const,
    queryFn: () => unwrap(revealSecretAction(slug, { webhookId })),
    staleTime: Infinity,
    gcTime: 0,
  });

/** Pages of the log. The more of them are open, the less often they are read again. */
export const deliveriesQuery = (slug: string, filters: DeliveryFilterInput) =>
  infiniteQueryOptions({
    queryKey: [...webhooksKey(slug), "deliveries", filters] as const,
    queryFn: ({ pageParam }) =>
      unwrap(listDeliveriesAction(slug, { ...filters, ...(pageParam ? { after: pageParam } : {}) })),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextAfter,
    refetchInterval: (query) => LIVE_MS * Math.max(1, query.state.data?.pages.length ?? 1),
  });

/** How many events a replay would send. */
export const replayCountQuery = (slug: string, input: z.input<typeof replayInput>) =>
  queryOptions({
    queryKey: [...webhooksKey(slug), "replay-count", input] as const,
    queryFn: () => unwrap(countReplayAction(slug, input)),
    retry: false,
  });

export const replaysQuery = (slug: string, webhookId: string) =>
  queryOptions({
    queryKey: [...webhooksKey(slug), "replays", webhookId] as const,
    queryFn: () => unwrap(listReplaysAction(slug, { webhookId })),
    refetchInterval: LIVE_MS,
  });

/** The webhooks of a project by name, deleted ones too. */
export const webhookNamesQuery = (slug: string) =>
  queryOptions({
    queryKey: [...webhooksKey(slug), "names"] as const,
    queryFn: () => unwrap(listWebhookNamesAction(slug, {})),
    refetchInterval: SLOW_MS,
  });

export const deliveryQuery = (slug: string, deliveryId: string) =>
  queryOptions({
    queryKey: [...webhooksKey(slug), "delivery", deliveryId] as const,
    queryFn: () => unwrap(getDeliveryAction(slug, { deliveryId })),
    refetchInterval: LIVE_MS,
  });
