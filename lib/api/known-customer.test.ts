import { expect, test, vi } from "vitest";
import { z } from "zod";
import { createApiKey } from "@/lib/api-keys/commands/create-api-key";
import { answerApiRequest } from "@/lib/api/answer-api-request";
import { db } from "@/lib/db/client";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
await createTestDatabase();

const access = await createTestProject("owner");
const { text: key } = await createApiKey(access, { name: "Shop" });

const answer = z.looseObject({
  id: z.string().default(""),
  errors: z.array(z.object({ path: z.string() })).default([]),
});

async function post(path: string, body: object) {
  const url = new URL(`http://localhost/api/v1${path}`);
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const request = new Request(url, { method: "POST", headers, body: JSON.stringify(body) });
  const got = await answerApiRequest(request, url.pathname.split("/").slice(3));
  const json = answer.parse(await got.json());
  return { status: got.status, json, paths: json.errors.map((error) => error.path) };
}

test("a program's own id alone says which known customer is changed or asked, on every way", async () => {
  const jane = await post("/customers", {
    external_id: "C-1",
    email: "jane@example.com",
    first_name: "Jane",
  });
  const again = await post("/customers", { external_id: "C-1", tags: ["vip"] });
  expect(again).toMatchObject({
    status: 200,
    json: { id: jane.json.id, first_name: "Jane", email: "jane@example.com", tags: ["vip"] },
  });
  const customer = { external_id: "C-1" };
  for (const channels of [[], ["email"]]) {
    const asked = await post("/requests", { customer, channels });
    expect(asked).toMatchObject({ status: 201, json: { customer_id: jane.json.id } });
  }
});

test("somebody new needs more than that, and nothing is kept of a refusal", async () => {
  const customer = { external_id: "C-2", company: "Acme" };
  expect(await post("/customers", customer)).toMatchObject({ status: 422, paths: ["first_name"] });
  for (const channels of [[], ["email"]]) {
    const asked = await post("/requests", { customer, channels });
    expect(asked).toMatchObject({ status: 422, paths: ["customer.first_name"] });
  }
  expect(await db.customer.count({ where: { projectId: access.projectId, externalId: "C-2" } })).toBe(0);
});

test("with and without a message the same field of the customer is named", async () => {
  await post("/customers", { external_id: "C-3", email: "joe@example.com" });
  for (const channels of [[], ["email"]]) {
    const customer = { external_id: "C-4", email: "joe@example.com" };
    expect(await post("/requests", { customer, channels })).toMatchObject({
      status: 409,
      paths: ["customer.email"],
    });
  }
});

test("what can't take effect where nothing is sent is refused, not dropped", async () => {
  const before = await db.request.count();
  const ask = { customer: { email: "ann@example.com" }, channels: [] };
  const plans = { send_at: "2099-01-01T09:00:00Z", reminders: 2 };
  expect(await post("/requests", { ...ask, ...plans })).toMatchObject({
    status: 422,
    paths: ["send_at", "reminders"],
  });
  expect(await post("/requests", { ...ask, send_at: null, reminders: 0 })).toMatchObject({ status: 201 });
  expect(await db.request.count()).toBe(before + 1);
});
