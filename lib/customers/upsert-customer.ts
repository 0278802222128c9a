import { type CustomerInput, hasName, NAMELESS } from "@/lib/customers/schema";
import type { Tx } from "@/lib/db/client";
import type { Customer } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";

/** Somebody may erase or add the same customer between two looks; a third time in a row is no coincidence. */
const ROUNDS = 3;

/**
 * Finds a customer again by their own id, then e-mail, then phone, or adds them; locked until the end of the transaction.
 * Fields that are given change, empty ones erase nothing. Many at once with one address end in one customer.
 * @param input with the phone as E.164
 * @throws AppError `invalid` for somebody new without a name, e-mail or phone; `conflict` when e-mail or phone belongs to a customer with another id of their own; Prisma's P2002
 *   (see `asCustomerConflict`) when a given field belongs to somebody else.
 */
export async function upsertCustomer(tx: Tx, projectId: string, input: CustomerInput): Promise<Customer> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const match = await findMatch(tx, projectId, input);
    if (match === null) {
      if (!hasName(input)) throw new AppError("invalid", NAMELESS, "firstName");
      const id = newId("cus");
      const { count } = await tx.customer.createMany({
        data: [{ id, projectId, ...input }],
        skipDuplicates: true,
      });
      if (count === 1) return tx.customer.findUniqueOrThrow({ where: { id } });
      continue;
    }
    const found = await lockCustomer(tx, projectId, match);
    if (found) return updateGiven(tx, found, input);
  }
  throw new AppError("conflict");
}

/** One customer of a project, locked until the end of the transaction; null when there is none. */
export async function lockCustomer(tx: Tx, projectId: string, id: string): Promise<Customer | null> {
  await tx.$queryRaw`select 1 from customer where id = ${id} and project_id = ${projectId} for no key update`;
  return tx.customer.findFirst({ where: { id, projectId } });
}

async function findMatch(tx: Tx, projectId: string, input: CustomerInput): Promise<string | null> {
  const { externalId, email, phone } = input;
  const keys = [externalId && { externalId }, email && { email }, phone && { phone }];
  for (const key of keys) {
    if (!key) continue;
    const found = await tx.customer.findFirst({ where: { projectId, ...key }, select: { id: true } });
    if (found) return found.id;
  }
  return null;
}

async function updateGiven(tx: Tx, found: Customer, input: CustomerInput): Promise<Customer> {
  if (found.externalId !== null && input.externalId !== null && found.externalId !== input.externalId) {
    const field = found.email === input.email ? "email" : "phone";
    const what = field === "email" ? "e-mail address" : "phone number";
    throw new AppError("conflict", `Another customer has this ${what}.`, field);
  }
  const { tags, ...fields } = input;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  const patch = tags.length > 0 ? { ...given, tags } : given;
  return tx.customer.update({ where: { id: found.id }, data: { ...patch, updatedAt: new Date() } });
}
