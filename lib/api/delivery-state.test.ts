import { expect, test, vi } from "vitest";
import { z } from "zod";
import { createApiKey } from "@/lib/api-keys/commands/create-api-key";
import { answerApiRequest } from "@/lib/api/answer-api-request";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
await createTestDatabase();

const { text: key } = await createApiKey(await createTestProject("owner"), { name: "States" });

async function call(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const url = new URL(`http://localhost/api/v1${path}`);
  const request = new Request(url, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const got = await answerApiRequest(request, url.pathname.split("/").slice(3));
  const json: unknown = await got.json();
  expect(got.status, JSON.stringify(json)).toBeLessThan(300);
  return z.record(z.string(), z.unknown()).parse(json);
}

test("a program that knows only a delivery's id reads there all that the list says of its state", async () => {
  const webhook = await call("POST", "/webhooks", { url: "https://93.184.216.34/hooks" });
  await call("POST", "/reviews", { score: 4 });
  const tried = await call("POST", `/webhooks/${String(webhook["id"])}/test`, {
    event_type: "review-deleted",
  });
  const log = async () =>
    z
      .array(z.record(z.string(), z.unknown()))
      .parse((await call("GET", `/webhooks/${String(webhook["id"])}/deliveries`))["data"]);
  const first = (await log()).find((delivery) => delivery["is_test"] === false);
  const resent = await call("POST", `/deliveries/${String(first?.["id"])}/resend`);

  const listed = await log();
  expect(listed).toHaveLength(3);
  for (const { attempts: _count, last_status_code: _status, last_error: _error, ...state } of listed) {
    expect(await call("GET", `/deliveries/${String(state["id"])}`)).toMatchObject(state);
  }
  expect(await call("GET", `/deliveries/${String(tried["delivery_id"])}`)).toMatchObject({
    webhook_id: webhook["id"],
    event_type: "review-deleted",
    status: "waiting",
    is_test: true,
    is_again: false,
  });
  expect(await call("GET", `/deliveries/${String(resent["delivery_id"])}`)).toMatchObject({
    event_type: "review-created",
    is_test: false,
    is_again: true,
  });
});
