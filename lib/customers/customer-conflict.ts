import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";

/**
 * Says which of the unique fields another customer of the project holds already; anything else is thrown on.
 * @param prefix where the fields stand in the form, for example `customer.`
 */
export function asCustomerConflict(error: unknown, prefix = ""): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
    const detail = JSON.stringify(error.meta ?? {});
    if (detail.includes("external_id"))
      throw new AppError("conflict", "Another customer has this id.", `${prefix}externalId`);
    if (detail.includes("phone"))
      throw new AppError("conflict", "Another customer has this phone number.", `${prefix}phone`);
    throw new AppError("conflict", "Another customer has this e-mail address.", `${prefix}email`);
  }
  throw error;
}
