"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useQueryStates } from "nuqs";
import { customerFilterParsers } from "@/components/customers/customer-filter-parsers";
import { CustomerTable } from "@/components/customers/customer-table";
import { LoadFailure } from "@/components/forms/load-failure";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterSelect } from "@/components/ui/filter-select";
import { LoadMore } from "@/components/ui/load-more";
import { SearchInput } from "@/components/ui/search-input";
import { SkeletonRows } from "@/components/ui/skeleton";
import { customersQuery } from "@/lib/customers/query-options";
import type { AskFacts } from "@/lib/requests/get-ask-facts";

const FILTERS = [
  ["all", "All customers"],
  ["requested", "Requested"],
  ["not_requested", "Not requested"],
  ["rated", "Rated"],
  ["submitted", "Submitted"],
  ["unsubscribed", "Unsubscribed"],
] as const;

type Props = {
  slug: string;
  /** What asking needs; null for those who may not ask. */
  facts: AskFacts | null;
};

/** Customers that match the search and filter in the URL, newest first. */
export function CustomerList({ slug, facts }: Props) {
  const [filters, setFilters] = useQueryStates(customerFilterParsers);
  const query = useInfiniteQuery({ ...customersQuery(slug, filters), placeholderData: keepPreviousData });
  const customers = query.data?.pages.flatMap((page) => page.customers) ?? [];
  const isFiltered = filters.search !== "" || filters.filter !== "all";

  return (
    <>
      <div className="mb-4 flex flex-wrap gap-2">
        <SearchInput
          label="Search customers"
          value={filters.search}
          onValueChange={(search) => void setFilters({ search: search || null })}
        />
        <FilterSelect
          label="Which customers"
          value={filters.filter}
          options={FILTERS}
          className="max-sm:grow"
          onChange={(filter) => void setFilters({ filter })}
        />
      </div>
      {query.isPending && <SkeletonRows rows={8} />}
      <LoadFailure query={query} className="mb-3" />
      {query.isSuccess && customers.length === 0 && (
        <EmptyState icon={Users} title={isFiltered ? "No customer matches" : "No customers yet"}>
          {isFiltered
            ? "Change the search or the filter to see more."
            : "Ask somebody for a review, and they stand here; or add the people you want to ask later."}
        </EmptyState>
      )}
      {customers.length > 0 && <CustomerTable slug={slug} facts={facts} customers={customers} />}
      <LoadMore
        things="customers"
        hasMore={query.hasNextPage}
        pending={query.isFetchingNextPage}
        onLoadMore={() => void query.fetchNextPage()}
      />
    </>
  );
}
