import { PrismaPg } from "@prisma/adapter-pg";
import { KEEP_ALIVE } from "@/lib/db/keep-alive";
import { keptStatementName } from "@/lib/db/statement-name";
import { env } from "@/lib/env";
import { PrismaClient, type Prisma } from "@/lib/db/generated/client";

/** A transaction of the client below. */
export type Tx = Prisma.TransactionClient;

/** On a busy machine a change waits for a connection rather than failing after two seconds. */
const TRANSACTION = { maxWait: 10_000, timeout: 15_000 };

const globalForDb = globalThis as typeof globalThis & { starwireDb?: PrismaClient };

function createClient(): PrismaClient {
  const connectionString = env().DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set: start with `npm start`.");
  return new PrismaClient({
    transactionOptions: TRANSACTION,
    adapter: new PrismaPg(
      { connectionString, max: env().DATABASE_POOL_MAX, ...KEEP_ALIVE },
      { statementNameGenerator: keptStatementName },
    ),
  });
}

/** The one Prisma client of this process, opened at first use. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    globalForDb.starwireDb ??= createClient();
    const value: unknown = Reflect.get(globalForDb.starwireDb, property);
    return typeof value === "function" ? value.bind(globalForDb.starwireDb) : value;
  },
});
