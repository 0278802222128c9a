import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

type BulkTable = "request" | "message" | "message_content" | "rating_link";

/**
 * Inserts whole rows in one statement with one parameter: thousands of rows in a tenth of the time of `createMany`, which
 * binds each value. Every column that has no value in a row becomes null, so rows name all columns that can't be.
 * @param rows by the names of the Prisma model, which are its columns in camel case
 */
export async function insertRows(tx: Tx, table: BulkTable, rows: object[]): Promise<void> {
  const json = JSON.stringify(rows.map(inSnakeCase));
  const name = Prisma.raw(`"${table}"`);
  await tx.$executeRaw`insert into ${name} select * from json_populate_recordset(null::${name}, ${json}::json)`;
}

function inSnakeCase(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
