import { beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { createApiKey } from "@/lib/api-keys/commands/create-api-key";
import { answerApiRequest } from "@/lib/api/answer-api-request";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
await createTestDatabase();

const answer = z.looseObject({
  id: z.string().default(""),
  data: z.array(z.looseObject({ id: z.string() })).default([]),
});

let key: string;
let ids: { jane: string; joe: string; hidden: string; low: string; asked: string; message: string };

async function call(method: string, path: string, body?: object): Promise<z.infer<typeof answer>> {
  const url = new URL(`http://localhost/api/v1${path}`);
  const request = new Request(url, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const got = await answerApiRequest(request, url.pathname.split("/").slice(3));
  const json: unknown = await got.json();
  expect(got.status, JSON.stringify(json)).toBeLessThan(300);
  return answer.parse(json);
}

beforeAll(async () => {
  key = (await createApiKey(await createTestProject("owner"), { name: "Filters" })).text;
  const jane = await call("POST", "/customers", {
    external_id: "C-1",
    first_name: "Jane",
    email: "Jane@Example.com",
  });
  const joe = await call("POST", "/customers", { first_name: "Joe", phone: "+14155550123" });
  const low = await call("POST", "/reviews", { score: 1, customer_id: jane.id });
  const hidden = await call("POST", "/reviews", { score: 5, customer_id: joe.id });
  await call("PATCH", `/reviews/${hidden.id}`, { visibility: "hidden" });
  const asked = await call("POST", "/requests", { customer: { id: jane.id }, channels: ["email"] });
  const other = await call("POST", "/requests", { customer: { id: joe.id }, channels: ["sms"] });
  const messages = await call("GET", `/messages?request_id=${asked.id}`);
  const [canceled] = (await call("GET", `/messages?request_id=${other.id}`)).data;
  await call("POST", `/messages/${canceled?.id}/cancel`);
  const message = messages.data[0]?.id ?? "";
  ids = { jane: jane.id, joe: joe.id, hidden: hidden.id, low: low.id, asked: asked.id, message };
});

test.each([
  ["/customers?external_id=C-1", ["jane"]],
  ["/customers?email=JANE@example.COM", ["jane"]],
  ["/customers?phone=%2B14155550123", ["joe"]],
  ["/customers?email=nobody@example.com", []],
  ["/reviews?score=1", ["low"]],
  ["/reviews?visibility=hidden", ["hidden"]],
  ["/reviews?status=submitted&score=5", ["hidden"]],
  ["/reviews?status=rated", []],
  ["/reviews?customer_id={jane}", ["low"]],
  ["/messages?channel=email", ["message"]],
  ["/messages?status=scheduled", ["message"]],
  ["/messages?customer_id={jane}&request_id={asked}", ["message"]],
  ["/messages?customer_id={joe}&status=scheduled", []],
] as const)("%s finds what fits and nothing else", async (path, expected) => {
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: keyof typeof ids) => ids[name]);
  const { data } = await call("GET", filled);
  expect(data.map(({ id }) => id)).toEqual(expected.map((name) => ids[name]));
});

test("events by type and resource, newest first", async () => {
  const of = async (query: string) => (await call("GET", `/events?${query}`)).data.map(({ type }) => type);
  expect(await of(`resource_id=${ids.hidden}`)).toEqual(["review-updated", "review-created"]);
  expect(await of(`resource_id=${ids.hidden}&type=review-created`)).toEqual(["review-created"]);
  expect(await of("type=message-deleted")).toEqual(["message-deleted"]);
});

test("a range holds what was made at its beginning, and not what was made at its end", async () => {
  const { data } = await call("GET", "/reviews");
  const [last, first] = data.map((review) => String(review["created_at"]));
  const between = async (from = "", before = "") => {
    const query = new URLSearchParams({
      ...(from && { created_from: from }),
      ...(before && { created_before: before }),
    });
    return (await call("GET", `/reviews?${query.toString()}`)).data.map(({ id }) => id);
  };
  expect(await between(last)).toEqual([ids.hidden]);
  expect(await between("", last)).toEqual([ids.low]);
  expect(await between(first)).toEqual([ids.hidden, ids.low]);
  expect(await between(first, first)).toEqual([]);
});
