import type { Prisma } from "@/lib/db/generated/client";
import { sql } from "@/lib/db/sql";

/** Whoever can run one typed raw statement: Prisma's client, a transaction of it, or `rawClient`. */
export type RawClient = { $queryRaw<Rows>(statement: Prisma.Sql): Promise<Rows> };

/**
 * Runs a raw statement on the machinery's own connections, past Prisma's client, whose share of a short statement is half
 * of all the processor time it costs here. For hot statements outside of any transaction.
 */
export const rawClient: RawClient = {
  async $queryRaw<Rows>(statement: Prisma.Sql) {
    return (await sql(statement.text, statement.values)) as Rows;
  },
};
