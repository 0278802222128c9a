"use client";

import { useQueryStates } from "nuqs";
import { reviewFilterParsers } from "@/components/reviews/review-filter-parsers";
import { Button } from "@/components/ui/button";
import { FilterSelect } from "@/components/ui/filter-select";
import { SearchInput } from "@/components/ui/search-input";

const CHOICES = {
  score: [
    ["all", "All scores"],
    ["5", "5 stars"],
    ["4", "4 stars"],
    ["3", "3 stars"],
    ["2", "2 stars"],
    ["1", "1 star"],
  ],
  status: [
    ["all", "Rated or submitted"],
    ["submitted", "Submitted"],
    ["rated", "Rating only"],
  ],
  visibility: [
    ["all", "Visible or hidden"],
    ["visible", "Visible"],
    ["hidden", "Hidden"],
  ],
} as const;

const LABELS = { score: "Score", status: "Status", visibility: "Visibility" };

/** Search and filters of the reviews list; they live in the URL. */
export function ReviewFilterBar() {
  const [filters, setFilters] = useQueryStates(reviewFilterParsers);
  const isFiltered =
    filters.search || Object.keys(CHOICES).some((key) => filters[key as keyof typeof CHOICES] !== "all");

  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <SearchInput
        label="Search reviews"
        value={filters.search}
        onValueChange={(search) => void setFilters({ search: search || null })}
      />
      {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((key) => (
        <FilterSelect<string>
          key={key}
          label={LABELS[key]}
          value={filters[key]}
          options={CHOICES[key]}
          onChange={(value) => void setFilters({ [key]: value })}
          className="max-sm:grow"
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
