import { answeredPage } from "@/app/_pages/answered-page";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createLoader, type SearchParams } from "nuqs/server";
import { AddCustomerDialog } from "@/components/customers/add-customer-dialog";
import { customerFilterParsers } from "@/components/customers/customer-filter-parsers";
import { CustomerList } from "@/components/customers/customer-list";
import { createQueryClient } from "@/components/layout/create-query-client";
import { AskButton } from "@/components/requests/ask-button";
import { PageHeader } from "@/components/ui/page-header";
import { hasPermission } from "@/lib/auth/permissions";
import { requirePageAccess } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { listCustomers } from "@/lib/customers/queries";
import { customersQuery } from "@/lib/customers/query-options";
import { getAskFacts } from "@/lib/requests/get-ask-facts";

const loadFilters = createLoader(customerFilterParsers);

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParams> };

async function CustomersPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "read", paths.customers(slug));
  const filters = await loadFilters(searchParams);
  const queryClient = createQueryClient();
  const canAsk = hasPermission(access.role, "ask");
  const [facts] = await Promise.all([
    canAsk ? getAskFacts(access) : null,
    queryClient.prefetchInfiniteQuery({
      ...customersQuery(slug, filters),
      queryFn: () => listCustomers(access, { ...filters, cursor: null }),
    }),
  ]);
  return (
    <>
      <PageHeader
        title="Customers"
        description="The people you ask for a review."
        actions={
          <>
            {hasPermission(access.role, "edit_customers") && <AddCustomerDialog slug={slug} />}
            {facts && <AskButton slug={slug} facts={facts} />}
          </>
        }
      />
      <HydrationBoundary state={dehydrate(queryClient)}>
        <CustomerList slug={slug} facts={facts} />
      </HydrationBoundary>
    </>
  );
}

const { Answer, generateMetadata } = answeredPage("Customers", CustomersPage);
export { Answer as default, generateMetadata };
