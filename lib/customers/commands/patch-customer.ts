import type { Access } from "@/lib/auth/access";
import { asCustomerConflict } from "@/lib/customers/customer-conflict";
import { toProjectPhone } from "@/lib/customers/project-phone";
import { hasName, type PatchCustomerInput } from "@/lib/customers/schema";
import { lockCustomer } from "@/lib/customers/upsert-customer";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { given } from "@/lib/given";

/**
 * Changes what is given and leaves the rest, also as others change it at the same time; past events keep their snapshots.
 * @throws AppError `not_found`; `conflict`; `invalid` when nothing would be left to call the customer by.
 */
export async function patchCustomer(access: Access, id: string, patch: PatchCustomerInput): Promise<void> {
  const { projectId } = access;
  const changes = given({ ...patch, phone: await toProjectPhone(projectId, patch.phone) });
  await db
    .$transaction(async (tx) => {
      const found = await lockCustomer(tx, projectId, id);
      if (!found) throw new AppError("not_found");
      if (!hasName({ ...found, ...changes })) {
        throw new AppError("invalid", "Leave a name, an e-mail address or a phone number.", "firstName");
      }
      await tx.customer.update({ where: { id }, data: { ...changes, updatedAt: new Date() } });
    })
    .catch((error: unknown) => asCustomerConflict(error));
}
