"use client";

import { useQueryStates } from "nuqs";
import { messageFilterParsers } from "@/components/messages/message-filter-parsers";
import { Button } from "@/components/ui/button";
import { FilterSelect } from "@/components/ui/filter-select";
import { SearchInput } from "@/components/ui/search-input";

const CHOICES = {
  status: [
    ["all", "Any state"],
    ["scheduled", "Scheduled"],
    ["sent", "Sent"],
    ["delivered", "Delivered"],
    ["opened", "Opened"],
    ["clicked", "Clicked"],
    ["failed", "Failed"],
    ["complained", "Marked as spam"],
    ["skipped", "Not sent"],
    ["canceled", "Canceled"],
  ],
  channel: [
    ["all", "E-mail and SMS"],
    ["email", "E-mail"],
    ["sms", "SMS"],
  ],
  template: [
    ["all", "Any template"],
    ["request", "Requests"],
    ["reminder", "Reminders"],
  ],
  days: [
    ["0", "Any time"],
    ["1", "Last 24 hours"],
    ["7", "Last 7 days"],
    ["30", "Last 30 days"],
    ["90", "Last 90 days"],
  ],
} as const;

const LABELS = { status: "State", channel: "Channel", template: "Template", days: "Time" };

/** Search and filters of the messages list; they live in the URL. */
export function MessageFilterBar() {
  const [filters, setFilters] = useQueryStates(messageFilterParsers);
  const keys = Object.keys(CHOICES) as (keyof typeof CHOICES)[];
  const isFiltered = filters.search || keys.some((key) => String(filters[key]) !== CHOICES[key][0][0]);

  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <SearchInput
        label="Search messages"
        value={filters.search}
        onValueChange={(search) => void setFilters({ search: search || null })}
      />
      {keys.map((key) => (
        <FilterSelect<string>
          key={key}
          label={LABELS[key]}
          value={String(filters[key])}
          options={CHOICES[key]}
          onChange={(value) => void setFilters({ [key]: key === "days" ? Number(value) : value })}
          className="max-sm:basis-[calc(50%-0.25rem)]"
        />
      ))}
      {isFiltered && (
        <Button variant="ghost" onClick={() => void setFilters(null)}>
          Clear filters
        </Button>
      )}
    </div>
  );
}
