import { closeSync, openSync } from "node:fs";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { env } from "@/lib/env";
import { startTestDelivery } from "@/lib/webhooks/testing/test-delivery";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";

/**
 * A process that delivers, and that has used up its file descriptors once its connections to Postgres are open. Says
 * "used up" then; told "give back" it closes what it had opened for nothing.
 */
const taken: number[] = [];

async function main(): Promise<void> {
  startTestDelivery({ delaysSeconds: [0.2, 0.2, 0.2] });
  await waitUntil("it listens", async () => {
    const rows = await sql(
      "select from pg_stat_activity where datname = current_database() and query ilike 'listen %'",
    );
    return rows.length > 0;
  });
  const connections = env().DATABASE_POOL_MAX;
  const all = Array.from({ length: connections });
  await Promise.all(all.map(() => sql("select pg_sleep(0.2)")));
  await Promise.all(all.map(() => db.$queryRaw`select pg_sleep(0.2)::text`));
  try {
    for (;;) taken.push(openSync("/dev/null", "r"));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EMFILE")) throw error;
  }
  process.send?.("used up");
}

process.on("message", () => {
  for (const descriptor of taken.splice(0)) closeSync(descriptor);
});
process.on("disconnect", () => process.exit());
await main();
