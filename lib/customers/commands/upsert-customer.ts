import type { Access } from "@/lib/auth/access";
import { asCustomerConflict } from "@/lib/customers/customer-conflict";
import { toProjectPhone } from "@/lib/customers/project-phone";
import type { CustomerInput } from "@/lib/customers/schema";
import { upsertCustomer as upsertWithin } from "@/lib/customers/upsert-customer";
import { db } from "@/lib/db/client";

/**
 * Adds a customer, or updates the one with this own id, e-mail or phone. Fields that are given change, empty ones erase
 * nothing.
 * @throws AppError `conflict` when a given field is another customer's; `invalid` for a phone number that can't be.
 */
export async function upsertCustomer(access: Access, input: CustomerInput): Promise<{ id: string }> {
  const phone = await toProjectPhone(access.projectId, input.phone);
  const customer = await db
    .$transaction((tx) => upsertWithin(tx, access.projectId, { ...input, phone }))
    .catch((error: unknown) => asCustomerConflict(error));
  return { id: customer.id };
}
