import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeSql } from "@/lib/db/sql";
import { fillBusyReview, fillLog } from "@/lib/webhooks/testing/fill-log";
import { dearestPage, everyCombination, everyLookup, placeAfter } from "@/lib/webhooks/testing/page-costs";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
await createTestDatabase();
afterAll(closeSql);

const DELIVERIES = 120_000;
const REVISIONS = 800;
const BUFFERS_MAX = 200;

const project = await createTestProject();
const webhooks = await Promise.all(
  Array.from({ length: 8 }, (_, index) => createTestWebhook(project.id, `https://example.com/${index}`)),
);
const [busy, , quiet] = webhooks.map(({ id }) => id);

let busyReview: string;

beforeAll(async () => {
  const ids = webhooks.map(({ id }) => id);
  await fillLog(project.id, ids, DELIVERIES);
  busyReview = await fillBusyReview(project.id, ids, REVISIONS);
});

const scopes: [string, { webhookId?: string | undefined }][] = [
  ["the project", {}],
  ["a busy webhook", { webhookId: busy }],
  ["a quiet webhook", { webhookId: quiet }],
];

test.each(scopes)(
  "a page of %s reads a few buffers, however it is narrowed, far back as well",
  async (_name, scope) => {
    const lists = everyCombination().map((filters) => ({ ...filters, ...scope }));
    for (const skip of [null, 2_000]) {
      const after = skip && (await placeAfter(project.id, scope.webhookId, skip));
      const { buffers, tableScans } = await dearestPage(project.id, lists, after || null);
      expect(tableScans).toEqual([]);
      expect(buffers).toBeLessThanOrEqual(BUFFERS_MAX);
    }
  },
);

test.each(scopes)("what is about one thing in the log of %s as well", async (_name, scope) => {
  const lists = everyLookup(busyReview).map((filters) => ({ ...filters, ...scope }));
  const { buffers, tableScans } = await dearestPage(project.id, lists, null);
  expect(tableScans).toEqual([]);
  expect(buffers).toBeLessThanOrEqual(BUFFERS_MAX);
});
