import { randomUUID } from "node:crypto";
import { afterAll, inject } from "vitest";
import { forgetEnv } from "@/lib/env";
import { createDatabase, dropDatabase, withDatabase } from "@/scripts/postgres/database-admin";

/**
 * A migrated, empty database for the calling test file, dropped after its last test. `DATABASE_URL` names it from then on,
 * so `db` of lib/db/client opens it at its first use. Call it once, at the top of the file: `await createTestDatabase()`.
 */
export async function createTestDatabase(): Promise<{ url: string }> {
  const serverUrl = inject("testServerUrl");
  const name = `starwire_test_${randomUUID().replaceAll("-", "")}`;
  await createDatabase(serverUrl, name, inject("testTemplate"));
  const url = withDatabase(serverUrl, name);
  process.env["DATABASE_URL"] = url;
  forgetEnv();
  afterAll(() => dropDatabase(serverUrl, name));
  return { url };
}
