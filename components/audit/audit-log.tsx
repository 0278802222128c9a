"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { useQueryStates } from "nuqs";
import { AuditEntryRow } from "@/components/audit/audit-entry";
import { auditFilterParsers, auditFiltersOf } from "@/components/audit/audit-filter-parsers";
import { LoadFailure } from "@/components/forms/load-failure";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import { FilterSelect } from "@/components/ui/filter-select";
import { MomentField } from "@/components/ui/moment-field";
import { auditQuery } from "@/lib/audit/query-options";

const TOPICS = [
  ["all", "Everything"],
  ["webhook", "Webhooks"],
  ["member", "Members"],
  ["api_key", "API keys"],
  ["customer", "Erased customers"],
] as const;

type AuditLogProps = { slug: string; members: readonly { id: string; name: string }[] };

/** Who did what in a project, newest first, by the filters in the URL. */
export function AuditLog({ slug, members }: AuditLogProps) {
  const [state, setState] = useQueryStates(auditFilterParsers);
  const filters = auditFiltersOf(state);
  const log = useInfiniteQuery({ ...auditQuery(slug, filters), placeholderData: keepPreviousData });
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end gap-2" role="group" aria-label="Filters">
        <FilterSelect
          label="About"
          className="w-full sm:w-auto"
          value={state.topic}
          options={TOPICS}
          onChange={(topic) => void setState({ topic })}
        />
        <FilterSelect
          label="By"
          className="w-full sm:w-56"
          value={state.actor}
          options={[
            ["", "Everybody"],
            ...members.map(({ id, name }) => [id, name] as const),
            ["system", "Starwire"],
          ]}
          onChange={(actor) => void setState({ actor: actor || null })}
        />
        <MomentField
          label="From"
          className="max-sm:basis-full"
          value={state.from}
          onValueChange={(from) => void setState({ from: from || null })}
        />
        <MomentField
          label="Until"
          className="max-sm:basis-full"
          value={state.until}
          onValueChange={(until) => void setState({ until: until || null })}
        />
        {isFiltered && (
          <Button variant="ghost" onClick={() => void setState(null)}>
            Clear filters
          </Button>
        )}
      </div>
      <LoadFailure query={log} className="mb-3" />
      {log.isPending && <SkeletonRows />}
      {log.data && entries.length === 0 && <AuditEmpty isFiltered={isFiltered} />}
      {entries.length > 0 && (
        <ul aria-label="Audit log" className="divide-y rounded-lg border bg-card">
          {entries.map((entry) => (
            <AuditEntryRow key={entry.id} entry={entry} namesTarget />
          ))}
        </ul>
      )}
      <LoadMore
        things="entries"
        hasMore={log.hasNextPage}
        pending={log.isFetchingNextPage}
        onLoadMore={() => void log.fetchNextPage()}
      />
    </>
  );
}

function AuditEmpty({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState icon={ScrollText} title="No entry matches">
      Change the filters to see more.
    </EmptyState>
  ) : (
    <EmptyState icon={ScrollText} title="Nothing has been changed yet">
      Changes of webhooks, members and API keys appear here, with who made them and when.
    </EmptyState>
  );
}
