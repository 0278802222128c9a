import type { Access } from "@/lib/auth/access";
import { asCustomerConflict } from "@/lib/customers/customer-conflict";
import type { CustomerInput } from "@/lib/customers/schema";
import { toProjectPhone } from "@/lib/customers/project-phone";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";

/** Adds a customer to the project. @throws AppError `conflict` when e-mail, phone or external id is taken. */
export async function addCustomer(access: Access, input: CustomerInput): Promise<{ id: string }> {
  const data = { ...input, phone: await toProjectPhone(access.projectId, input.phone) };
  return db.customer
    .create({ data: { id: newId("cus"), projectId: access.projectId, ...data }, select: { id: true } })
    .catch(asCustomerConflict);
}

/** Changes a customer; past events keep their snapshots. @throws AppError `not_found`, `conflict`. */
export async function editCustomer(access: Access, id: string, input: CustomerInput): Promise<void> {
  const data = { ...input, phone: await toProjectPhone(access.projectId, input.phone) };
  const { count } = await db.customer
    .updateMany({ where: { id, projectId: access.projectId }, data: { ...data, updatedAt: new Date() } })
    .catch(asCustomerConflict);
  if (count === 0) throw new AppError("not_found");
}
