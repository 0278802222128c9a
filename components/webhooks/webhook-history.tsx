"use client";

import { useQuery } from "@tanstack/react-query";
import { AuditEntryRow } from "@/components/audit/audit-entry";
import { Skeleton } from "@/components/ui/skeleton";
import { webhookHistoryQuery } from "@/lib/audit/query-options";

/** What was done to a webhook, by whom or what, and why. */
export function WebhookHistory({ slug, webhookId }: { slug: string; webhookId: string }) {
  const { data } = useQuery(webhookHistoryQuery(slug, webhookId));
  if (!data) return <Skeleton className="mb-6 h-11" />;
  if (data.length === 0) return null;
  return (
    <details className="mb-6 rounded-lg border bg-card">
      <summary className="rounded-lg px-4 py-2.5 text-sm font-medium">History</summary>
      <ul aria-label="History" className="divide-y border-t">
        {data.map((entry) => (
          <AuditEntryRow key={entry.id} entry={entry} namesTarget={false} />
        ))}
      </ul>
    </details>
  );
}
