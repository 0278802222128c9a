import { infiniteQueryOptions } from "@tanstack/react-query";
import { unwrap } from "@/lib/actions/result";
import { listCustomersAction } from "@/lib/customers/actions";
import type { CustomerListInput } from "@/lib/customers/schema";

/** Key of every list of a project's customers. */
export const customersKey = (slug: string) => ["customers", slug] as const;

/** Pages of customers that match the search and filter. */
export const customersQuery = (slug: string, input: Omit<CustomerListInput, "cursor">) =>
  infiniteQueryOptions({
    queryKey: [...customersKey(slug), input],
    queryFn: ({ pageParam }) => unwrap(listCustomersAction(slug, { ...input, cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
