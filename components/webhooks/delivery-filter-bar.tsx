"use client";

import { useQueryStates } from "nuqs";
import { Button } from "@/components/ui/button";
import { SearchInput } from "@/components/ui/search-input";
import { deliveryFilterParsers } from "@/components/webhooks/delivery-filter-parsers";
import { FilterSelect } from "@/components/ui/filter-select";
import { MomentField } from "@/components/ui/moment-field";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import type { WebhookName } from "@/lib/webhooks/queries/list-webhook-names";

const STATUSES = [
  ["all", "Every status"],
  ["waiting", "Waiting and retrying"],
  ["delivered", "Delivered"],
  ["failed", "Failed"],
  ["held", "Held"],
  ["canceled", "Canceled"],
] as const;

const CODES = [
  ["all", "Every answer"],
  ["2xx", "Answered 2xx"],
  ["3xx", "Answered 3xx"],
  ["4xx", "Answered 4xx"],
  ["5xx", "Answered 5xx"],
  ["none", "No answer"],
] as const;

const TYPES = [["all", "Every event type"], ...EVENT_TYPES.map((type) => [type, type] as const)] as const;

/** What the log is narrowed by; it lives in the URL. @param webhooks offers them as a filter */
export function DeliveryFilterBar({ webhooks }: { webhooks?: readonly WebhookName[] }) {
  const [filters, setFilters] = useQueryStates(deliveryFilterParsers);
  const isFiltered = Object.values(filters).some((value) => value !== "" && value !== "all");
  return (
    <div className="mb-4 flex flex-wrap items-end gap-2" role="group" aria-label="Filters">
      {webhooks && (
        <FilterSelect
          label="Webhook"
          className="w-full sm:w-64"
          value={filters.webhook}
          options={[
            ["", "Every webhook"],
            ...webhooks.map(({ id, url, deletedAt }) => [id, deletedAt ? `${url} (deleted)` : url] as const),
          ]}
          onChange={(webhook) => void setFilters({ webhook: webhook || null })}
        />
      )}
      <FilterSelect
        label="Status"
        className="max-sm:grow max-sm:basis-32"
        value={filters.status}
        options={STATUSES}
        onChange={(status) => void setFilters({ status })}
      />
      <FilterSelect
        label="Event type"
        className="max-sm:grow max-sm:basis-32"
        value={filters.type}
        options={TYPES}
        onChange={(type) => void setFilters({ type })}
      />
      <FilterSelect
        label="Answer"
        className="max-sm:grow max-sm:basis-32"
        value={filters.code}
        options={CODES}
        onChange={(code) => void setFilters({ code })}
      />
      <SearchInput
        label="Review, message, event or delivery id"
        className="sm:w-80"
        value={filters.about}
        onValueChange={(about) => void setFilters({ about: about || null })}
      />
      <MomentField
        label="From"
        className="max-sm:basis-full"
        value={filters.from}
        onValueChange={(from) => void setFilters({ from: from || null })}
      />
      <MomentField
        label="Until"
        className="max-sm:basis-full"
        value={filters.until}
        onValueChange={(until) => void setFilters({ until: until || null })}
      />
      {isFiltered && (
        <Button variant="ghost" onClick={() => void setFilters(null)}>
          Clear filters
        </Button>
      )}
    </div>
  );
}
