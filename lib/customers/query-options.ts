import { infiniteQueryOptions } from "@tanstack/react-query";
import { unwrap } from "@/lib/actions/result";
import { listCustomersAction } from "@/lib/customers/actions";
import type { CustomerListInput } from "@/lib/customers/schema";

/** Pages of customers that match the search and filter. */
export const customersQuery = (slug: string, input: Omit<CustomerListInput, "cursor">) =>
  infiniteQueryOptions({
    queryKey: ["customers", slug, input],
    queryFn: ({ pageParam }) => unwrap(listCustomersAction(slug, { ...input, cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
