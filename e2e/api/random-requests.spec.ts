import { expect } from "@playwright/test";
import fc from "fast-check";
import { z } from "zod";
import { TEST_SEED } from "@/prisma/testing/test-seed";
import { openTarget } from "@/e2e/attacks/target";
import { test } from "@/e2e/support/quiet-starwire";
import { createApiKey } from "@/lib/api-keys/commands/create-api-key";
import { OPERATIONS } from "@/lib/api/operations/all";
import { arbitraryOf, spoiled } from "./arbitrary-of";

const REQUESTS = 10_000;
const AT_ONCE = 8;

const parameter = z.object({ name: z.string(), in: z.string(), schema: z.record(z.string(), z.unknown()) });

const described = z.object({
  operationId: z.string(),
  parameters: z.array(parameter),
  requestBody: z
    .object({
      content: z.object({ "application/json": z.object({ schema: z.record(z.string(), z.unknown()) }) }),
    })
    .optional(),
  responses: z.record(z.string(), z.unknown()),
});

const openApi = z.object({ paths: z.record(z.string(), z.record(z.string(), described)) });

type Described = z.infer<typeof described> & { method: string; path: string };

type Call = { operation: Described; path: string; query: string; body: string | null; key: string | null };

/** Ids that exist, ids that don't, and what can't be one. */
function idOf(path: string, known: Record<string, string[]>): fc.Arbitrary<string> {
  const ids = known[path.split("/")[1] ?? ""] ?? [];
  const strange = fc
    .string({ unit: "binary", minLength: 1, maxLength: 20 })
    .filter((text) => !/^\.{1,2}$/.test(text));
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...ids, "unknown") },
    { weight: 1, arbitrary: strange.map((text) => encodeURIComponent(text)) },
  );
}

function queryOf(parameters: Described["parameters"]): fc.Arbitrary<string> {
  const fields = parameters
    .filter((one) => one.in === "query")
    .map(({ name, schema }) => [
      name,
      fc.oneof({ weight: 4, arbitrary: arbitraryOf(schema) }, { weight: 1, arbitrary: fc.string() }),
    ]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] }).map((values) => {
    return new URLSearchParams(
      Object.entries(values).map(([name, value]) => [name, String(value)]),
    ).toString();
  });
}

function bodyOf({ requestBody }: Described): fc.Arbitrary<string | null> {
  if (!requestBody) return fc.constantFrom(null, "{}");
  const { schema } = requestBody.content["application/json"];
  return fc.oneof(
    { weight: 12, arbitrary: spoiled(schema).map((value) => JSON.stringify(value) ?? "null") },
    { weight: 1, arbitrary: fc.constantFrom("", "{", "[]", "null", '"text"') },
  );
}

function callOf(operations: Described[], known: Record<string, string[]>): fc.Arbitrary<Call> {
  return fc.constantFrom(...operations).chain((operation) =>
    fc.record({
      operation: fc.constant(operation),
      path: idOf(operation.path, known).map((id) => operation.path.replace("{id}", id)),
      query: queryOf(operation.parameters),
      body: bodyOf(operation),
      key: fc.option(fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 8 }), { freq: 6 }),
    }),
  );
}

test("10,000 requests, valid and not, get documented answers only, and never a 500", async ({
  quietUrl,
  request,
}) => {
  test.setTimeout(600_000);
  const { shop, target } = await openTarget();
  const { text: apiKey } = await createApiKey(shop.owner, { name: "Random" });
  // By an agent of its own: making the calls below takes longer than the server keeps an idle connection.
  const document = openApi.parse(await (await request.get("/api/openapi.json")).json());
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
    })),
  );
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
    OPERATIONS.map(({ id }) => id).toSorted(),
  );
  const known: Record<string, string[]> = {
    customers: [target.customer],
    requests: [target.request],
    messages: [target.message],
    reviews: [target.review],
    webhooks: [target.webhook],
    deliveries: [`dlv_${target.delivery}`],
  };
  const calls = fc.sample(callOf(operations, known), { numRuns: REQUESTS, seed: TEST_SEED });
  const failures: unknown[] = [];
  const statuses = new Map<number, number>();

  async function send({ operation, path, query, body, key }: Call): Promise<void> {
    const url = `${quietUrl}/api/v1${path}${query === "" ? "" : `?${query}`}`;
    const hasBody = body !== null && operation.method !== "GET";
    const answer = await fetch(url, {
      method: operation.method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(hasBody ? { "content-type": "application/json" } : {}),
        ...(key === null ? {} : { "idempotency-key": key.trim() || "x" }),
      },
      ...(hasBody ? { body } : {}),
    });
    const text = await answer.text();
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const declared = OPERATIONS.find(({ id }) => id === operation.operationId);
    const problem = findProblem(operation, declared?.answer, answer, text);
    if (problem !== null)
      failures.push({ problem, status: answer.status, url, body, text: text.slice(0, 500) });
    const made = z
      .object({ object: z.string(), id: z.string() })
      .safeParse(answer.ok ? safeJson(text) : null);
    if (made.success) known[`${made.data.object}s`]?.push(made.data.id);
  }

  const queue = calls.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const call of queue) await send(call);
    }),
  );
  process.stdout.write(`  seed ${TEST_SEED}: ${JSON.stringify(Object.fromEntries(statuses))}\n`);
  expect(failures.slice(0, 5)).toEqual([]);
  expect(failures).toHaveLength(0);
  for (const status of [200, 201, 204, 400, 404, 422]) expect(statuses.get(status) ?? 0).toBeGreaterThan(0);
});

function findProblem(
  operation: Described,
  schema: z.ZodType | undefined,
  answer: Response,
  text: string,
): string | null {
  if (!(String(answer.status) in operation.responses)) return "not documented";
  if (answer.status === 204) return text === "" ? null : "a body with 204";
  if (answer.ok) return schema?.safeParse(safeJson(text)).success ? null : "the answer isn't as documented";
  const isProblem = answer.headers.get("content-type") === "application/problem+json";
  const problem = z.object({ code: z.string(), request_id: z.string(), status: z.literal(answer.status) });
  return isProblem && problem.safeParse(safeJson(text)).success ? null : "not a problem";
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
