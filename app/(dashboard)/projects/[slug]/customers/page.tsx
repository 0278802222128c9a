import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { AddCustomerDialog } from "@/components/customers/add-customer-dialog";
import { customerFilterParsers } from "@/components/customers/customer-filter-parsers";
import { CustomerList } from "@/components/customers/customer-list";
import { createQueryClient } from "@/components/layout/create-query-client";
import { PageHeader } from "@/components/ui/page-header";
import { hasPermission } from "@/lib/auth/permissions";
import { requirePageAccess } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { listCustomers } from "@/lib/customers/queries";
import { customersQuery } from "@/lib/customers/query-options";

export const metadata: Metadata = { title: "Customers" };

const loadFilters = createLoader(customerFilterParsers);

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParams> };

export default async function CustomersPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "read", paths.customers(slug));
  const filters = await loadFilters(searchParams);
  const queryClient = createQueryClient();
  await queryClient.prefetchInfiniteQuery({
    ...customersQuery(slug, filters),
    queryFn: () => listCustomers(access, { ...filters, cursor: null }),
  });
  return (
    <>
      <PageHeader
        title="Customers"
        description="The people you ask for a review."
        actions={hasPermission(access.role, "edit_customers") && <AddCustomerDialog slug={slug} />}
      />
      <HydrationBoundary state={dehydrate(queryClient)}>
        <CustomerList slug={slug} />
      </HydrationBoundary>
    </>
  );
}
