import type { Access } from "@/lib/auth/access";
import { asCustomerConflict } from "@/lib/customers/customer-conflict";
import { toE164 } from "@/lib/customers/phone-number";
import type { CustomerInput } from "@/lib/customers/schema";
import { upsertCustomer as upsertWithin } from "@/lib/customers/upsert-customer";
import { db } from "@/lib/db/client";

/**
 * Adds a customer, or updates the one with this own id, e-mail or phone. Fields that are given change, empty ones erase
 * nothing.
 * @throws AppError `conflict` when a given field is another customer's; `invalid` for a phone number that can't be.
 */
export async function upsertCustomer(access: Access, input: CustomerInput): Promise<{ id: string }> {
  const { defaultCountry } = await db.project.findUniqueOrThrow({
    where: { id: access.projectId },
    select: { defaultCountry: true },
  });
  const phone = input.phone && toE164(input.phone, defaultCountry);
  const customer = await db
    .$transaction((tx) => upsertWithin(tx, access.projectId, { ...input, phone }))
    .catch((error: unknown) => asCustomerConflict(error));
  return { id: customer.id };
}
