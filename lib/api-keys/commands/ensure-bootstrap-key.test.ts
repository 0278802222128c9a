import { expect, test } from "vitest";
import { ensureBootstrapKey } from "@/lib/api-keys/commands/ensure-bootstrap-key";
import { revokeApiKey } from "@/lib/api-keys/commands/revoke-api-key";
import { findApiAccess } from "@/lib/api-keys/find-api-access";
import { db } from "@/lib/db/client";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

await createTestDatabase();

const text = "a-key-that-an-operator-chose-of-32+";

test("waits for a project, is made once by many starts, opens the first project, and stays revoked", async () => {
  expect(await ensureBootstrapKey(text)).toBe(false);
  const access = await createTestProject("owner");
  await createTestProject("owner");
  expect(await Promise.all(Array.from({ length: 8 }, () => ensureBootstrapKey(text)))).not.toContain(false);
  expect(await db.apiKey.count()).toBe(1);
  expect(await db.auditEntry.count({ where: { action: "api_key.created" } })).toBe(1);
  const found = await findApiAccess(text);
  expect(found).toMatchObject({ projectId: access.projectId, role: "admin" });
  await revokeApiKey(access, { id: found?.userId ?? "" });
  await ensureBootstrapKey(text);
  expect(await findApiAccess(text)).toBeNull();
});
