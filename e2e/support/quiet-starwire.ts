import { test as base } from "@playwright/test";
import { startWeb } from "./start-web";
import { forgetEnv } from "@/lib/env";
import { createDatabase, dropDatabase, withDatabase } from "@/scripts/postgres/database-admin";
import { applyMigrations } from "@/scripts/prisma/apply-migrations";

/**
 * A web process on a database of its own, where nobody else works and no worker runs: what changes there was changed by
 * the requests of the spec. From its first use on, `db` of this process opens that database.
 */
export const test = base.extend<object, { quietUrl: string }>({
  quietUrl: [
    async ({}, use) => {
      if ("starwireDb" in globalThis) throw new Error("This process has opened the shared database already.");
      const shared = process.env["DATABASE_URL"] ?? "";
      const name = `attack_${process.pid}`;
      await createDatabase(shared, name);
      const own = withDatabase(shared, name);
      await applyMigrations(own);
      process.env["DATABASE_URL"] = own;
      forgetEnv();
      const web = await startWeb({ API_REQUESTS_PER_MINUTE: "1000000" });
      await use(web.url);
      await web.stop();
      await dropDatabase(shared, name);
    },
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: async ({ quietUrl }, use) => use(quietUrl),
});
