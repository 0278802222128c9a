import type { Access } from "@/lib/auth/access";
import { asCustomerConflict } from "@/lib/customers/customer-conflict";
import type { CustomerInput } from "@/lib/customers/schema";
import { toE164 } from "@/lib/customers/phone-number";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";

async function withE164(access: Access, input: CustomerInput): Promise<CustomerInput> {
  if (!input.phone) return input;
  const project = await db.project.findUniqueOrThrow({ where: { id: access.projectId } });
  return { ...input, phone: toE164(input.phone, project.defaultCountry) };
}

/** Adds a customer to the project. @throws AppError `conflict` when e-mail, phone or external id is taken. */
export async function addCustomer(access: Access, input: CustomerInput): Promise<{ id: string }> {
  const data = await withE164(access, input);
  return db.customer
    .create({ data: { id: newId("cus"), projectId: access.projectId, ...data }, select: { id: true } })
    .catch(asCustomerConflict);
}

/** Changes a customer; past events keep their snapshots. @throws AppError `not_found`, `conflict`. */
export async function editCustomer(access: Access, id: string, input: CustomerInput): Promise<void> {
  const data = await withE164(access, input);
  const { count } = await db.customer
    .updateMany({ where: { id, projectId: access.projectId }, data: { ...data, updatedAt: new Date() } })
    .catch(asCustomerConflict);
  if (count === 0) throw new AppError("not_found");
}
