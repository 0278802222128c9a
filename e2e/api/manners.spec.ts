import { z } from "zod";
import { startWeb } from "@/e2e/support/start-web";
import { starwire } from "@/e2e/support/started-starwire";
import { expect, test } from "@/e2e/support/test";
import { createApiKey } from "@/lib/api-keys/commands/create-api-key";
import { db } from "@/lib/db/client";

type Init = Omit<RequestInit, "headers"> & { headers?: Record<string, string>; duplex?: "half" };

const problem = z.object({
  type: z.url(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  request_id: z.string(),
  errors: z.array(z.object({ path: z.string(), detail: z.string() })),
});

test("over HTTP every refusal is a problem with its status, code and request id, and no other site reads an answer", async ({
  shop,
}) => {
  const { appUrl } = starwire();
  const { text: key } = await createApiKey(shop.owner, { name: "Manners" });
  const authorization = `Bearer ${key}`;
  const json = { authorization, "content-type": "application/json" };
  const big = JSON.stringify({ score: 5, body: "x".repeat(300_000) });
  const unsized = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let part = 0; part < 30; part += 1) controller.enqueue(new Uint8Array(10_000).fill(120));
      controller.close();
    },
  });
  const rows: [status: number, code: string, path: string, init: Init][] = [
    [401, "unauthorized", "/reviews", {}],
    [401, "unauthorized", "/reviews", { headers: { authorization: `Basic ${btoa(`${key}:`)}` } }],
    [401, "unauthorized", `/reviews?api_key=${key}`, {}],
    [404, "not_found", "/nothing", { headers: json }],
    [404, "not_found", "/reviews/..%2f..%2fhealthz", { headers: json }],
    [405, "method_not_allowed", "/reviews", { method: "PUT", headers: json, body: "{}" }],
    [405, "method_not_allowed", "/event-types", { method: "DELETE", headers: json }],
    [405, "method_not_allowed", "/reviews", { method: "OPTIONS", headers: json }],
    [413, "payload_too_large", "/reviews", { method: "POST", headers: json, body: big }],
    [413, "payload_too_large", "/reviews", { method: "POST", headers: json, body: unsized, duplex: "half" }],
    [
      415,
      "unsupported_media_type",
      "/reviews",
      { method: "POST", headers: { authorization }, body: '{"score":5}' },
    ],
    [
      415,
      "unsupported_media_type",
      "/reviews",
      { method: "POST", headers: { authorization }, body: new URLSearchParams({ score: "5" }) },
    ],
    [400, "malformed", "/reviews", { method: "POST", headers: json, body: '{"score":5' }],
    [422, "invalid", "/reviews", { method: "POST", headers: json, body: '{"score":"five"}' }],
    [
      422,
      "invalid",
      "/reviews",
      { method: "POST", headers: { ...json, "idempotency-key": "x".repeat(256) }, body: '{"score":5}' },
    ],
  ];
  const ids = new Set<string>();
  for (const [status, code, path, init] of rows) {
    const origin = { origin: "https://elsewhere.example" };
    const answer = await fetch(`${appUrl}/api/v1${path}`, {
      ...init,
      headers: { ...init.headers, ...origin },
    });
    const said = problem.parse(await answer.json());
    expect([path, answer.status, said.status, said.code]).toEqual([path, status, status, code]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(said.request_id).toBe(answer.headers.get("x-request-id"));
    expect(said.type).toBe(`${appUrl}/api/problems#${code}`);
    for (const name of answer.headers.keys()) expect(name).not.toMatch(/^access-control-/);
    if (status === 405) expect(answer.headers.get("allow")).toMatch(/^GET(, POST)?$/);
    if (status === 422) expect(said.errors.map((error) => error.path)).toHaveLength(1);
    expect(JSON.stringify(said)).not.toContain(key);
    ids.add(said.request_id);
  }
  expect(ids.size).toBe(rows.length);
  expect(await db.review.count({ where: { projectId: shop.owner.projectId } })).toBe(0);

  const head = await fetch(`${appUrl}/api/v1/reviews`, { method: "HEAD", headers: { authorization } });
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("two web processes keep one count and one answer", async ({ shop }) => {
  const { appUrl } = starwire();
  const limited = { API_REQUESTS_PER_MINUTE: "20" };
  const [one, two] = await Promise.all([startWeb(limited), startWeb(limited)]);
  try {
    const { text: key } = await createApiKey(shop.owner, { name: "Twice" });
    const once = {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": "order-17",
    };
    const answers = await Promise.all(
      Array.from({ length: 18 }, async (_, index) => {
        const url = [one.url, two.url, appUrl][index % 3] ?? "";
        const body = JSON.stringify({ score: 5, body: "Only once" });
        const answer = await fetch(`${url}/api/v1/reviews`, { method: "POST", headers: once, body });
        return { status: answer.status, text: await answer.text() };
      }),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    const { projectId } = shop.owner;
    expect(await db.review.count({ where: { projectId } })).toBe(1);
    expect(await db.event.count({ where: { projectId } })).toBe(1);

    const { text: busy } = await createApiKey(shop.owner, { name: "Busy" });
    const tries = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const url = index % 2 === 0 ? one.url : two.url;
        const answer = await fetch(`${url}/api/v1/event-types`, {
          headers: { authorization: `Bearer ${busy}` },
        });
        await answer.body?.cancel();
        const number = (name: string) => Number(answer.headers.get(name));
        return {
          status: answer.status,
          left: number("ratelimit-remaining"),
          retryAfter: number("retry-after"),
        };
      }),
    );
    // Every place is given once, whichever process gives it.
    const allowed = tries.filter(({ status }) => status === 200);
    expect(allowed.map(({ left }) => left).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, left) => left),
    );
    const refused = tries.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(40);
    for (const { retryAfter } of refused) expect(retryAfter).toBeGreaterThan(0);
  } finally {
    await Promise.all([one.stop(), two.stop()]);
  }
});
