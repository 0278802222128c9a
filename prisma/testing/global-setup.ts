import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/scripts/prisma/apply-migrations";
import { assertLocalDatabase } from "./assert-local-database";
import { startTestCluster } from "./test-cluster";
import { createDatabase, dropDatabase, withDatabase } from "@/scripts/postgres/database-admin";

const template = `starwire_test_${process.pid}_template`;

declare module "vitest" {
  interface ProvidedContext {
    testServerUrl: string;
    testTemplate: string;
  }
}

/**
 * Once per vitest run: a Postgres (our own, or the local one of `TEST_DATABASE_URL`) with one migrated template database
 * that each test file clones.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) assertLocalDatabase(given);
  const cluster = given ? null : await startTestCluster();
  const serverUrl = withDatabase(given ?? cluster?.url ?? "", "postgres");
  await createDatabase(serverUrl, template);
  await applyMigrations(withDatabase(serverUrl, template));
  project.provide("testServerUrl", serverUrl);
  project.provide("testTemplate", template);
  return async () => {
    if (cluster) await cluster.stop();
    else await dropDatabase(serverUrl, template);
  };
}
