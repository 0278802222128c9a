import { answeredPage } from "@/app/_pages/answered-page";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { CustomerScreen } from "@/components/customers/customer-screen";
import { createQueryClient } from "@/components/layout/create-query-client";
import { hasPermission } from "@/lib/auth/permissions";
import { requirePageAccess } from "@/lib/auth/session";
import { getCustomer } from "@/lib/customers/queries";
import { customerQuery } from "@/lib/customers/query-options";
import { orNotFound } from "@/lib/or-not-found";
import { paths } from "@/lib/paths";
import { getAskFacts } from "@/lib/requests/get-ask-facts";

type Props = { params: Promise<{ slug: string; id: string }> };

async function CustomerPage({ params }: Props) {
  const { slug, id } = await params;
  const access = await requirePageAccess(slug, "read", paths.customer(slug, id));
  const [customer, facts] = await Promise.all([orNotFound(getCustomer(access, id)), getAskFacts(access)]);
  const queryClient = createQueryClient();
  queryClient.setQueryData(customerQuery(slug, id).queryKey, customer);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <CustomerScreen
        slug={slug}
        id={id}
        facts={facts}
        rights={{
          canAsk: hasPermission(access.role, "ask"),
          canEdit: hasPermission(access.role, "edit_customers"),
          canErase: hasPermission(access.role, "erase_customers"),
        }}
      />
    </HydrationBoundary>
  );
}

const { Answer, generateMetadata } = answeredPage("Customer", CustomerPage);
export { Answer as default, generateMetadata };
