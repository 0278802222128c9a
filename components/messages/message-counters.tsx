"use client";

import { useQuery } from "@tanstack/react-query";
import { keepPreviousData } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { messageFilterParsers } from "@/components/messages/message-filter-parsers";
import { Skeleton } from "@/components/ui/skeleton";
import { messageCountsQuery } from "@/lib/messages/query-options";

const COUNTERS = [
  ["sent", "Sent"],
  ["opened", "Opened"],
  ["clicked", "Clicked"],
  ["failed", "Failed"],
] as const;

/** How far the messages got that match the filters, whatever their state. */
export function MessageCounters({ slug }: { slug: string }) {
  const [filters] = useQueryStates(messageFilterParsers);
  const { data } = useQuery({ ...messageCountsQuery(slug, filters), placeholderData: keepPreviousData });
  return (
    <dl className="mb-4 grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-border sm:grid-cols-4">
      {COUNTERS.map(([key, label]) => (
        <div key={key} className="min-w-0 bg-card px-4 py-2.5">
          <dt className="text-[0.8125rem] text-muted-foreground">{label}</dt>
          <dd className="flex min-h-7 flex-wrap items-baseline gap-x-2 text-xl font-semibold tabular-nums">
            {data ? data[key].toLocaleString("en") : <Skeleton className="h-5 w-10 self-center" />}
            {data && data.sent > 0 && (key === "opened" || key === "clicked") && (
              <span className="text-[0.8125rem] font-normal text-muted-foreground">
                {Math.round((data[key] / data.sent) * 100)} %
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
