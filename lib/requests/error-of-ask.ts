import { asCustomerConflict } from "@/lib/customers/customer-conflict";
import type { CustomerInput } from "@/lib/customers/schema";
import { AppError } from "@/lib/errors";

const CUSTOMER_FIELDS: ReadonlySet<string> = new Set<keyof CustomerInput>([
  "externalId",
  "firstName",
  "email",
  "phone",
]);

/** Throws an error on with its field as an ask names it: a customer's fields stand under `customer` there. */
export function asErrorOfAsk(error: unknown): never {
  if (error instanceof AppError && error.field !== undefined && CUSTOMER_FIELDS.has(error.field)) {
    throw new AppError(error.code, error.message, `customer.${error.field}`);
  }
  return asCustomerConflict(error, "customer.");
}
