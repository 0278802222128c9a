import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { unwrap } from "@/lib/actions/result";
import { listAuditAction, listWebhookHistoryAction } from "@/lib/audit/actions";
import type { AuditFilterInput } from "@/lib/audit/schema";

const LIVE_MS = 15_000;

export const auditQuery = (slug: string, filters: AuditFilterInput) =>
  infiniteQueryOptions({
    queryKey: ["audit", slug, filters] as const,
    queryFn: ({ pageParam }) =>
      unwrap(listAuditAction(slug, { ...filters, ...(pageParam ? { after: pageParam } : {}) })),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextAfter,
    refetchInterval: LIVE_MS,
  });

/** Under the webhooks' key, so that a change shows at once. */
export const webhookHistoryQuery = (slug: string, webhookId: string) =>
  queryOptions({
    queryKey: ["webhooks", slug, "history", webhookId] as const,
    queryFn: () => unwrap(listWebhookHistoryAction(slug, { webhookId })),
    refetchInterval: LIVE_MS,
  });
