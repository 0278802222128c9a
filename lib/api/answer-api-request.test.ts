import { beforeAll, describe, expect, test, vi } from "vitest";
import { createApiKey } from "@/lib/api-keys/commands/create-api-key";
import { revokeApiKey } from "@/lib/api-keys/commands/revoke-api-key";
import { answerApiRequest } from "@/lib/api/answer-api-request";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
vi.stubEnv("API_REQUESTS_PER_MINUTE", "150");
await createTestDatabase();

let access: Access;
let key: string;

beforeAll(async () => {
  access = await createTestProject("owner");
  key = (await createApiKey(access, { name: "Tests" })).text;
});

type Call = { method?: string; body?: unknown; headers?: Record<string, string>; key?: string };

async function call(path: string, { method = "GET", body, headers = {}, key: own = key }: Call = {}) {
  const url = new URL(`http://localhost/api/v1${path}`);
  const request = new Request(url, {
    method,
    headers: {
      authorization: `Bearer ${own}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await answerApiRequest(request, url.pathname.split("/").slice(3));
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text === "" ? null : JSON.parse(text) };
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  call(path, { method: "POST", body, headers });

describe("the door", () => {
  test.each(["", "swk_", "swk_" + "x".repeat(38), "nonsense"])("refuses the key “%s”", async (wrong) => {
    const { status, headers, json } = await call("/reviews", { key: wrong });
    expect([status, json.code]).toEqual([401, "unauthorized"]);
    expect(headers.get("www-authenticate")).toContain("Bearer");
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(json.request_id).toBe(headers.get("x-request-id"));
  });

  test("refuses a revoked key at once", async () => {
    const made = await createApiKey(access, { name: "Short-lived" });
    expect((await call("/reviews", { key: made.text })).status).toBe(200);
    await revokeApiKey(access, { id: made.id });
    expect((await call("/reviews", { key: made.text })).status).toBe(401);
  });

  test("keeps a hash of the key, never its text, and notes its use", async () => {
    await call("/event-types");
    const stored = await db.apiKey.findFirstOrThrow({
      where: { projectId: access.projectId, name: "Tests" },
    });
    expect(JSON.stringify(stored)).not.toContain(key);
    expect(stored.lastUsedAt).not.toBeNull();
  });

  test.each([
    ["GET", "/nothing", 404, "not_found"],
    ["GET", "/reviews/rev_unknown", 404, "not_found"],
    ["PUT", "/reviews", 405, "method_not_allowed"],
    ["OPTIONS", "/reviews", 405, "method_not_allowed"],
    ["DELETE", "/reviews/rev_unknown", 404, "not_found"],
  ])("answers %s %s with %i", async (method, path, status, code) => {
    const answer = await call(path, { method });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    if (status === 405) expect(answer.headers.get("allow")).toBe("GET, POST");
  });

  test.each([
    ["that isn't JSON", "{", {}, 400, "malformed"],
    [
      "of a form",
      "score=5",
      { "content-type": "application/x-www-form-urlencoded" },
      415,
      "unsupported_media_type",
    ],
    ["over 256 KB", JSON.stringify({ score: 5, body: "x".repeat(300_000) }), {}, 413, "payload_too_large"],
    ["with wrong fields", { score: 6, body: 7, colour: "red" }, {}, 422, "invalid"],
    ["that is a list", [], {}, 422, "invalid"],
    ["that is null", "null", {}, 422, "invalid"],
    [
      "nested without end",
      `{"score":5,"body":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
      {},
      422,
      "invalid",
    ],
    ["with half a character", '{"score":5,"body":"half \\ud83d"}', {}, 422, "invalid"],
    ["with half a character in a name", '{"score":5,"\\ud83d":1}', {}, 422, "invalid"],
    ["of a year that isn't", { score: 5, rated_at: "0000-01-01T00:00:00Z" }, {}, 422, "invalid"],
    ["of before all lists", { score: 5, rated_at: "1969-12-31T23:59:59Z" }, {}, 422, "invalid"],
  ])("refuses a body %s", async (_name, body, headers, status, code) => {
    const answer = await post("/reviews", body, headers);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(await db.review.count({ where: { projectId: access.projectId } })).toBe(0);
  });

  test("names every field that isn't right, in the caller's own terms", async () => {
    const { json } = await post("/reviews", { score: 9, customer_id: 5 });
    expect(json.errors.map(({ path }: { path: string }) => path)).toEqual(["score", "customer_id"]);
    const unknown = await post("/reviews", { scor: 5 });
    expect(unknown.json.errors).toEqual([{ path: "scor", detail: 'There is no field "scor".' }]);
    const inside = await post("/requests", {
      customer: { email: "a@example.com", frist_name: "A" },
      channels: [],
    });
    expect([inside.status, inside.json.errors]).toEqual([
      422,
      [{ path: "customer.frist_name", detail: 'There is no field "customer.frist_name".' }],
    ]);
    const known = await post("/requests", {
      customer: { id: "cus_1", email: "a@example.com" },
      channels: [],
    });
    expect([known.status, known.json.errors.map(({ path }: { path: string }) => path)]).toEqual([
      422,
      ["customer.email"],
    ]);
    const query = await call("/reviews?limit=0&score=x");
    expect(query.json.errors.map(({ path }: { path: string }) => path)).toEqual([
      "query.limit",
      "query.score",
    ]);
  });

  test("counts requests per key and says how many are left", async () => {
    const own = await createTestProject();
    const busy = (await createApiKey(own, { name: "Busy" })).text;
    const answers = await Promise.all(Array.from({ length: 180 }, () => call("/event-types", { key: busy })));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(150);
    expect(refused).toHaveLength(30);
    expect(answers[0]?.headers.get("ratelimit-limit")).toBe("150");
    for (const { headers } of refused) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await call("/event-types")).status).toBe(200);
  });
});

describe("Idempotency-Key", () => {
  const headers = { "idempotency-key": "order-17" };

  test("twenty at once take effect once and get one answer", async () => {
    const body = { score: 5, body: "Once", tags: undefined };
    const answers = await Promise.all(Array.from({ length: 20 }, () => post("/reviews", body, headers)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    expect(answers.filter((answer) => answer.headers.get("idempotent-replayed") === "true")).toHaveLength(19);
    expect(await db.review.count({ where: { projectId: access.projectId, body: "Once" } })).toBe(1);
  });

  test("another body under the same key is refused", async () => {
    const { status, json } = await post("/reviews", { score: 4 }, headers);
    expect([status, json.code]).toEqual([422, "idempotency_mismatch"]);
  });

  test("a key belongs to its project", async () => {
    const other = await createTestProject();
    const text = (await createApiKey(other, { name: "Other" })).text;
    const answer = await call("/reviews", { method: "POST", body: { score: 4 }, headers, key: text });
    expect(answer.status).toBe(201);
  });

  test("a secret in a kept answer is not stored in clear", async () => {
    const url = "https://93.184.216.34/hooks";
    const first = await post("/webhooks", { url }, { "idempotency-key": "hook" });
    const again = await post("/webhooks", { url }, { "idempotency-key": "hook" });
    expect(again.json.secret).toBe(first.json.secret);
    const kept = await db.idempotentCall.findFirstOrThrow({ where: { key: "hook" } });
    expect(kept.answer).not.toContain(first.json.secret);
  });
});

test("a list is walked page by page, each row once, also when rows come meanwhile", async () => {
  const own = await createTestProject();
  const text = (await createApiKey(own, { name: "Pages" })).text;
  const add = (score: number) => call("/reviews", { method: "POST", body: { score }, key: text });
  for (let count = 0; count < 7; count += 1) await add(5);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? "" : `&cursor=${cursor}`;
    const page = await call(`/reviews?limit=3${query}`, { key: text });
    seen.push(...page.json.data.map(({ id }: { id: string }) => id));
    cursor = page.json.next_cursor;
    await add(1);
  } while (cursor !== null);
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
});
