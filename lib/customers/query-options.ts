import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { unwrap } from "@/lib/actions/result";
import { getCustomerAction, listCustomersAction } from "@/lib/customers/actions";
import type { CustomerListInput } from "@/lib/customers/schema";

/** How often a customer who is on the screen is read again; a hidden tab reads nothing. */
const LIVE_MS = 3_000;

/** Key of everything that shows a project's customers. */
export const customersKey = (slug: string) => ["customers", slug] as const;

/** Pages of customers that match the search and filter. */
export const customersQuery = (slug: string, input: Omit<CustomerListInput, "cursor">) =>
  infiniteQueryOptions({
    queryKey: [...customersKey(slug), input],
    queryFn: ({ pageParam }) => unwrap(listCustomersAction(slug, { ...input, cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** One customer with their requests, messages and reviews. */
export const customerQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: [...customersKey(slug), "one", id],
    queryFn: () => unwrap(getCustomerAction(slug, { id })),
    refetchInterval: LIVE_MS,
  });
