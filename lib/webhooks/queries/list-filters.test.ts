import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { closeSql } from "@/lib/db/sql";
import type { DeliveryFilters } from "@/lib/webhooks/delivery-filters";
import { listDeliveries } from "@/lib/webhooks/queries/list-deliveries";
import { fillBusyReview, fillLog } from "@/lib/webhooks/testing/fill-log";
import { everyCombination } from "@/lib/webhooks/testing/page-costs";
import { createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
await createTestDatabase();
afterAll(closeSql);

const DELIVERIES = 3_000;
const REVISIONS = 500;
const CODE_FLOORS = { "2xx": 200, "3xx": 300, "4xx": 400, "5xx": 500 } as const;

let access: Access;
let webhookIds: string[];
let busyReview: string;

beforeAll(async () => {
  access = await createTestProject();
  const webhooks = await Promise.all(
    [0, 1, 2].map((each) => createTestWebhook(access.projectId, `https://example.com/${each}`)),
  );
  webhookIds = webhooks.map(({ id }) => id);
  await fillLog(access.projectId, webhookIds, DELIVERIES);
  busyReview = await fillBusyReview(access.projectId, webhookIds, REVISIONS);
});

type Stored = Awaited<ReturnType<typeof db.delivery.findMany>>[number];

function matches(delivery: Stored, filters: DeliveryFilters): boolean {
  const { webhookId, status, type, code, about, from, until } = filters;
  const { lastStatus, createdAt } = delivery;
  const floor = code === undefined || code === "none" ? null : CODE_FLOORS[code];
  return (
    (about === undefined || delivery.resourceId === about) &&
    (webhookId === undefined || delivery.webhookId === webhookId) &&
    (status === undefined || delivery.status === status) &&
    (type === undefined || delivery.eventType === type) &&
    (code !== "none" || (lastStatus === null && delivery.attempts > 0)) &&
    (floor === null || (lastStatus !== null && lastStatus >= floor && lastStatus < floor + 100)) &&
    (from === undefined || createdAt >= from) &&
    (until === undefined || createdAt < until)
  );
}

const scopes: [string, () => DeliveryFilters][] = [
  ["the project", () => ({})],
  ["a busy webhook", () => ({ webhookId: webhookIds[0] })],
  ["a quiet webhook", () => ({ webhookId: webhookIds[2] })],
  ["a review that was changed often", () => ({ about: busyReview })],
  ["that review at one webhook", () => ({ about: busyReview, webhookId: webhookIds[2] })],
];

test.each(scopes)(
  "every combination of filters finds what matches in the log of %s, page by page, and nothing else",
  async (_name, scopeOf) => {
    const stored = await db.delivery.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
    const scope = scopeOf();
    const ofScope = stored.filter((delivery) => matches(delivery, scope));
    const from = ofScope[Math.floor(ofScope.length * 0.7)]?.createdAt;
    const until = ofScope[Math.floor(ofScope.length * 0.2)]?.createdAt;
    for (const combination of everyCombination()) {
      const filters = {
        ...combination,
        ...scope,
        ...(combination.from ? { from } : {}),
        ...(combination.until ? { until } : {}),
      };
      const expected = ofScope
        .filter((delivery) => matches(delivery, filters))
        .map(({ id }) => String(id))
        .slice(0, 100);
      const first = await listDeliveries(access, filters);
      const second = first.nextAfter
        ? await listDeliveries(access, { ...filters, after: first.nextAfter })
        : null;
      const found = [...first.deliveries, ...(second?.deliveries ?? [])].map(({ id }) => id);
      expect(found, JSON.stringify(filters)).toEqual(expected);
    }
  },
);
