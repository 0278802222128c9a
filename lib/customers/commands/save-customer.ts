import type { Access } from "@/lib/auth/access";
import type { CustomerInput } from "@/lib/customers/schema";
import { toE164 } from "@/lib/customers/phone-number";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";

async function withE164(access: Access, input: CustomerInput): Promise<CustomerInput> {
  if (!input.phone) return input;
  const project = await db.project.findUniqueOrThrow({ where: { id: access.projectId } });
  return { ...input, phone: toE164(input.phone, project.defaultCountry) };
}

/** Says which of the unique fields another customer of the project holds already. */
function asConflict(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
    const detail = JSON.stringify(error.meta ?? {});
    if (detail.includes("external_id"))
      throw new AppError("conflict", "Another customer has this id.", "externalId");
    if (detail.includes("phone"))
      throw new AppError("conflict", "Another customer has this phone number.", "phone");
    throw new AppError("conflict", "Another customer has this e-mail address.", "email");
  }
  throw error;
}

/** Adds a customer to the project. @throws AppError `conflict` when e-mail, phone or external id is taken. */
export async function addCustomer(access: Access, input: CustomerInput): Promise<{ id: string }> {
  const data = await withE164(access, input);
  return db.customer
    .create({ data: { id: newId("cus"), projectId: access.projectId, ...data }, select: { id: true } })
    .catch(asConflict);
}

/** Changes a customer; past events keep their snapshots. @throws AppError `not_found`, `conflict`. */
export async function editCustomer(access: Access, id: string, input: CustomerInput): Promise<void> {
  const data = await withE164(access, input);
  const { count } = await db.customer
    .updateMany({ where: { id, projectId: access.projectId }, data: { ...data, updatedAt: new Date() } })
    .catch(asConflict);
  if (count === 0) throw new AppError("not_found");
}
