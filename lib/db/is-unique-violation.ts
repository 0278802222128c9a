import { Prisma } from "@/lib/db/generated/client";

/** True when a write failed because another row has the same unique value. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
