import { beforeAll, describe, expect, test, vi } from "vitest";
import { createApiKey } from "@/lib/api-keys/commands/create-api-key";
import { API_KEY_ROLES } from "@/lib/api-keys/schema";
import { answerApiRequest } from "@/lib/api/answer-api-request";
import type { Operation } from "@/lib/api/operation";
import { OPERATIONS } from "@/lib/api/operations/all";
import type { Access } from "@/lib/auth/access";
import { hasPermission } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { addReview } from "@/lib/reviews/commands/add-review";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
await createTestDatabase();

let keys: Map<string, string>;
let foreign: Record<string, string>;

beforeAll(async () => {
  const own = await createTestProject("owner");
  keys = new Map();
  for (const role of API_KEY_ROLES) keys.set(role, (await createApiKey(own, { name: role, role })).text);
  foreign = await oneOfEach(await createTestProject("owner"));
});

/** Ids of another project, by the first word of the path they stand in. */
async function oneOfEach(access: Access): Promise<Record<string, string>> {
  const { projectId } = access;
  const webhook = await createWebhook(access, { url: "https://93.184.216.34/hooks" });
  const customer = await db.customer.create({ data: { id: "cus_foreign", projectId, firstName: "Jane" } });
  const request = await db.request.create({
    data: { id: "req_foreign", projectId, customerId: customer.id },
  });
  const due = new Date(Date.now() + 86_400_000);
  const sender = { channel: "email", to: "jane@example.com", from: "a@example.com" } as const;
  const of = { projectId, requestId: request.id, customerId: customer.id };
  const rest = { sequence: 1, preview: "", scheduledAt: due, dueAt: due };
  const message = await db.message.create({ data: { id: "msg_foreign", ...of, ...sender, ...rest } });
  const review = await addReview(access, {
    score: 4,
    body: null,
    customerId: null,
    reviewerName: null,
    origin: "manual",
    ratedAt: new Date(),
    isDemo: false,
  });
  const delivery = await db.delivery.findFirstOrThrow({ where: { projectId } });
  return {
    customers: customer.id,
    requests: request.id,
    messages: message.id,
    reviews: review.id,
    webhooks: webhook.id,
    deliveries: `dlv_${delivery.id}`,
    events: delivery.eventId,
  };
}

const BODIES: Record<string, unknown> = {
  createRequest: { customer: { id: "cus_unknown" }, channels: [] },
  createReview: { score: 4 },
  upsertCustomer: { first_name: "Joe" },
  replay: { statuses: ["failed"], from: new Date(0).toISOString() },
  createWebhook: { url: "https://93.184.216.34/own" },
  rescheduleMessage: { send_at: new Date(Date.now() + 3_600_000).toISOString() },
};

async function call({ id, method, path }: Operation, key: string | undefined, ids: Record<string, string>) {
  const filled = path.replace("{id}", ids[path.split("/")[1] ?? ""] ?? "unknown");
  const body = method === "GET" || method === "DELETE" ? null : JSON.stringify(BODIES[id] ?? {});
  const request = new Request(`http://localhost/api/v1${filled}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body,
  });
  const answer = await answerApiRequest(request, filled.split("/").slice(1));
  return { status: answer.status, text: await answer.text() };
}

async function rowCounts(): Promise<unknown> {
  const counted = ["customer", "request", "message", "review", "webhook", "delivery", "event"];
  return Promise.all(counted.map((table) => db.$queryRawUnsafe(`select count(*) from "${table}"`)));
}

test("every operation names the permission it asks for, once for each method and path", () => {
  for (const { permission } of OPERATIONS) expect(hasPermission("owner", permission)).toBe(true);
  const places = OPERATIONS.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(places).size).toBe(places.length);
});

describe.each(OPERATIONS.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
  "%s",
  (_name, operation) => {
    test("without a key answers 401 and changes nothing", async () => {
      const before = await rowCounts();
      expect((await call(operation, undefined, foreign)).status).toBe(401);
      expect(await rowCounts()).toEqual(before);
    });

    test.each(API_KEY_ROLES)("a %s's key is let through or refused as its permission says", async (role) => {
      const { status } = await call(operation, keys.get(role), foreign);
      if (hasPermission(role, operation.permission)) expect(status).not.toBe(403);
      else expect(status).toBe(403);
    });

    if (operation.path.includes("{id}")) {
      test("another project's id answers 404 as an unknown one does, and changes nothing", async () => {
        const before = await rowCounts();
        const [known, unknown] = [
          await call(operation, keys.get("admin"), foreign),
          await call(operation, keys.get("admin"), {}),
        ];
        expect([known.status, unknown.status]).toEqual([404, 404]);
        const sentence = (text: string) => JSON.parse(text).detail;
        expect(sentence(known.text)).toBe(sentence(unknown.text));
        expect(await rowCounts()).toEqual(before);
      });
    }
  },
);
