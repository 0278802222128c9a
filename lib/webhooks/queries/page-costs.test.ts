import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeSql } from "@/lib/db/sql";
import { fillLog } from "@/lib/webhooks/testing/fill-log";
import { everyList, pageCost } from "@/lib/webhooks/testing/page-costs";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
await createTestDatabase();
afterAll(closeSql);

const DELIVERIES = 120_000;
const BUFFERS_MAX = 200;

const project = await createTestProject();
const webhooks = await Promise.all(
  Array.from({ length: 8 }, (_, index) => createTestWebhook(project.id, `https://example.com/${index}`)),
);
const [busy, , quiet] = webhooks.map(({ id }) => id);

beforeAll(async () => {
  await fillLog(
    project.id,
    webhooks.map(({ id }) => id),
    DELIVERIES,
  );
});

test.each(everyList(busy ?? "", quiet ?? ""))(
  "a page of %s reads a few buffers, far back as well",
  async (_name, filters) => {
    for (const skip of filters.about ? [0] : [0, 10, 2_000]) {
      const { buffers, sequentialScans } = await pageCost(project.id, filters, skip);
      expect(sequentialScans.filter((table) => table === "delivery" || table === "attempt")).toEqual([]);
      expect(buffers).toBeLessThanOrEqual(BUFFERS_MAX);
    }
  },
);
