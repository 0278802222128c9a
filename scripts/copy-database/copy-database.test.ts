import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { addCustomer } from "@/lib/customers/commands/save-customer";
import { customerInput } from "@/lib/customers/schema";
import { db } from "@/lib/db/client";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject, recordTestEvent } from "@/prisma/testing/test-project";
import { createDatabase, dropDatabase, withDatabase } from "@/scripts/postgres/database-admin";
import { copyDatabase } from "./copy-database";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
const source = await createTestDatabase();

async function emptyTarget(): Promise<string> {
  const serverUrl = inject("testServerUrl");
  const name = `starwire_copy_${randomUUID().replaceAll("-", "")}`;
  await createDatabase(serverUrl, name, inject("testTemplate"));
  onTestFinished(() => dropDatabase(serverUrl, name));
  return withDatabase(serverUrl, name);
}

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

test("everything arrives as it was, and ids go on behind it; a second copy is refused and changes nothing", async () => {
  const access = await createTestProject();
  await addCustomer(access, customerInput.parse({ firstName: "ليلى 🥐\t\\N \"'\n", tags: ["a,b", "{}"] }));
  const webhook = await createWebhook(access, { url: "https://93.184.216.34/hooks" });
  for (let count = 0; count < 3; count += 1) await recordTestEvent(access);
  const target = await emptyTarget();

  const copied = await copyDatabase(source.url, target);

  expect(copied.find(({ table }) => table === "delivery")?.rows).toBe(3);
  for (const { table } of copied) {
    const all = `select to_jsonb(t) as row from "${table}" t order by 1`;
    expect(await ask(target, all)).toEqual(await ask(source.url, all));
  }
  const next = await ask(
    target,
    `insert into delivery (project_id, webhook_id, event_id, event_type, resource_id, revision, replay_id)
     select project_id, webhook_id, event_id, event_type, resource_id, revision, 'rpl_next' from delivery limit 1
     returning id > (select max(id) from delivery where webhook_id = '${webhook.id}') as is_behind`,
  );
  expect(next).toEqual([{ is_behind: true }]);

  const events = await ask(target, "select count(*) from event");
  await expect(copyDatabase(source.url, target)).rejects.toThrow("isn't empty");
  expect(await ask(target, "select count(*) from event")).toEqual(events);
  expect(await db.event.count()).toBe(3);
});
