"use client";

import { useQuery } from "@tanstack/react-query";
import { CustomerFacts } from "@/components/customers/customer-facts";
import { CustomerMenu } from "@/components/customers/customer-menu";
import { CustomerRequests } from "@/components/customers/customer-requests";
import { CustomerReviews } from "@/components/customers/customer-reviews";
import { EditCustomerDialog } from "@/components/customers/edit-customer-dialog";
import { LoadFailure } from "@/components/forms/load-failure";
import { AskButton } from "@/components/requests/ask-button";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonRows } from "@/components/ui/skeleton";
import { customerName } from "@/lib/customers/customer-name";
import { customerQuery } from "@/lib/customers/query-options";
import { paths } from "@/lib/paths";
import type { AskFacts } from "@/lib/requests/get-ask-facts";

type Props = {
  slug: string;
  id: string;
  facts: AskFacts;
  rights: { canAsk: boolean; canEdit: boolean; canErase: boolean };
};

/** One customer, live: who they are, what they were asked and what they gave. */
export function CustomerScreen({ slug, id, facts, rights }: Props) {
  const query = useQuery(customerQuery(slug, id));
  const { data: customer } = query;
  const failed = query.error && <LoadFailure query={query} className="mb-4" />;
  if (!customer) return failed ?? <SkeletonRows rows={6} />;
  const { externalId, firstName, lastName, email, phone, company, tags } = customer;
  const name = customerName(customer);
  return (
    <>
      <PageHeader
        back={{ href: paths.customers(slug), label: "Customers" }}
        title={<bdi>{name}</bdi>}
        actions={
          <>
            {rights.canAsk && <AskButton slug={slug} facts={facts} customer={{ id, name, email, phone }} />}
            {rights.canEdit && (
              <EditCustomerDialog
                slug={slug}
                id={id}
                initial={{ externalId, firstName, lastName, email, phone, company, tags }}
              />
            )}
            {rights.canEdit && <CustomerMenu slug={slug} customer={customer} canErase={rights.canErase} />}
          </>
        }
      />
      {failed}
      <div className="flex flex-col gap-6">
        <CustomerFacts customer={customer} />
        <CustomerRequests
          slug={slug}
          customer={customer}
          timeZone={facts.timeZone}
          rights={{ canAsk: rights.canAsk, canOverride: facts.canOverride }}
        />
        <CustomerReviews slug={slug} customer={customer} />
      </div>
    </>
  );
}
