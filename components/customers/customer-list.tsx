"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { customerFilterParsers } from "@/components/customers/customer-filter-parsers";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Stars } from "@/components/ui/stars";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { customerName } from "@/lib/customers/customer-name";
import type { CustomerListItem } from "@/lib/customers/queries";
import { customersQuery } from "@/lib/customers/query-options";
import { paths } from "@/lib/paths";

const FILTERS = {
  all: "All customers",
  not_asked: "Not asked yet",
  asked: "Asked",
  rated: "Rated",
  submitted: "Wrote a review",
} as const;

/** Customers that match the search and filter in the URL, newest first. */
export function CustomerList({ slug }: { slug: string }) {
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
        <Field label="Which customers" labelHidden>
          <Select
            value={filters.filter}
            onChange={(event) => void setFilters({ filter: event.target.value as keyof typeof FILTERS })}
          >
            {Object.entries(FILTERS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {query.isPending && <SkeletonRows rows={8} />}
      {query.isError && (
        <Notice tone="danger" role="alert">
          {query.error.message}
        </Notice>
      )}
      {query.isSuccess && customers.length === 0 && (
        <EmptyState icon={Users} title={isFiltered ? "No customer matches" : "No customers yet"}>
          {isFiltered
            ? "Change the search or the filter to see more."
            : "Add the people you want to hear from; each can be given a rating link of their own."}
        </EmptyState>
      )}
      {customers.length > 0 && <CustomerTable slug={slug} customers={customers} />}
      <LoadMore
        things="customers"
        hasMore={query.hasNextPage}
        pending={query.isFetchingNextPage}
        onLoadMore={() => void query.fetchNextPage()}
      />
    </>
  );
}

function CustomerTable({ slug, customers }: { slug: string; customers: CustomerListItem[] }) {
  return (
    <Table label="Customers">
      <TableHead>
        <TableHeader>Name</TableHeader>
        <TableHeader className="hidden sm:table-cell">Reached by</TableHeader>
        <TableHeader>Last rating</TableHeader>
        <TableHeader className="hidden md:table-cell">Added</TableHeader>
      </TableHead>
      <TableBody>
        {customers.map((customer) => (
          <TableRow key={customer.id}>
            <TableCell className="max-w-44 sm:max-w-64">
              <Link
                href={paths.customer(slug, customer.id)}
                className="block truncate font-medium hover:underline"
                title={customerName(customer)}
              >
                <bdi>{customerName(customer)}</bdi>
              </Link>
              {customer.company && (
                <span className="block truncate text-[0.8125rem] text-muted-foreground">
                  {customer.company}
                </span>
              )}
            </TableCell>
            <TableCell className="hidden max-w-64 truncate text-muted-foreground sm:table-cell">
              {[customer.email, customer.phone].filter(Boolean).join(" · ") || "No address"}
            </TableCell>
            <TableCell>
              {customer.lastReview ? (
                <Stars score={customer.lastReview.score} />
              ) : (
                <span className="whitespace-nowrap text-muted-foreground">
                  {customer.requestCount > 0 ? "Asked, not rated" : "Not asked"}
                </span>
              )}
            </TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted-foreground md:table-cell">
              <RelativeTime date={customer.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
