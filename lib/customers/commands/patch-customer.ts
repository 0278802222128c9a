import type { Access } from "@/lib/auth/access";
import { editCustomer } from "@/lib/customers/commands/save-customer";
import { hasName, type PatchCustomerInput } from "@/lib/customers/schema";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { given } from "@/lib/given";

/**
 * Changes what is given and leaves the rest; past events keep their snapshots.
 * @throws AppError `not_found`; `conflict`; `invalid` when nothing would be left to call the customer by.
 */
export async function patchCustomer(access: Access, id: string, patch: PatchCustomerInput): Promise<void> {
  const found = await db.customer.findFirst({
    where: { id, projectId: access.projectId },
    select: PATCHED,
  });
  if (!found) throw new AppError("not_found");
  const customer = { ...found, ...given(patch) };
  if (!hasName(customer)) {
    throw new AppError("invalid", "Leave a name, an e-mail address or a phone number.", "firstName");
  }
  await editCustomer(access, id, customer);
}

const PATCHED = {
  externalId: true,
  firstName: true,
  lastName: true,
  email: true,
  phone: true,
  company: true,
  tags: true,
} as const;
