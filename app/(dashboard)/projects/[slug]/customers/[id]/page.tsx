import type { Metadata } from "next";
import { CustomerFacts } from "@/components/customers/customer-facts";
import { CustomerReviews } from "@/components/customers/customer-reviews";
import { EditCustomerDialog } from "@/components/customers/edit-customer-dialog";
import { EraseCustomerButton } from "@/components/customers/erase-customer-button";
import { RatingLinkDialog } from "@/components/customers/rating-link-dialog";
import { PageHeader } from "@/components/ui/page-header";
import { hasPermission } from "@/lib/auth/permissions";
import { requirePageAccess } from "@/lib/auth/session";
import { customerName } from "@/lib/customers/customer-name";
import { getCustomer } from "@/lib/customers/queries";
import { orNotFound } from "@/lib/or-not-found";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Customer" };

type Props = { params: Promise<{ slug: string; id: string }> };

export default async function CustomerPage({ params }: Props) {
  const { slug, id } = await params;
  const access = await requirePageAccess(slug, "read", paths.customer(slug, id));
  const customer = await orNotFound(getCustomer(access, id));
  const name = customerName(customer);
  const { externalId, firstName, lastName, email, phone, company, tags } = customer;
  return (
    <>
      <PageHeader
        back={{ href: paths.customers(slug), label: "Customers" }}
        title={<bdi>{name}</bdi>}
        actions={
          <>
            {hasPermission(access.role, "ask") && (
              <RatingLinkDialog slug={slug} customerId={id} customerName={name} />
            )}
            {hasPermission(access.role, "edit_customers") && (
              <EditCustomerDialog
                slug={slug}
                id={id}
                initial={{ externalId, firstName, lastName, email, phone, company, tags }}
              />
            )}
            {hasPermission(access.role, "erase_customers") && (
              <EraseCustomerButton slug={slug} id={id} name={name} reviewCount={customer.reviews.length} />
            )}
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <CustomerFacts customer={customer} />
        <CustomerReviews slug={slug} customer={customer} />
      </div>
    </>
  );
}
