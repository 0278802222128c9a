import { expect, test } from "vitest";
import { countAttempt } from "@/lib/webhooks/attempt-counts";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createWorkerMetrics } from "./worker-metrics";

await createTestDatabase();

test("attempts are counted by outcome, and the queues are read at each scrape", async () => {
  const metrics = createWorkerMetrics();
  countAttempt({ kind: "delivered", fault: "receiver" });
  countAttempt({ kind: "failed", fault: "receiver" });
  countAttempt({ kind: "failed", fault: "ours" });
  countAttempt({ kind: "failed", fault: "ours" });
  const text = await metrics.read();
  expect(text).toContain('starwire_webhook_attempts_total{outcome="delivered"} 1\n');
  expect(text).toContain('starwire_webhook_attempts_total{outcome="failed"} 1\n');
  expect(text).toContain('starwire_webhook_attempts_total{outcome="ours"} 2\n');
  expect(text).toContain('starwire_deliveries{state="waiting"} 0\n');
  expect(text).toContain("starwire_oldest_due_delivery_seconds 0\n");
  expect(await metrics.read()).toContain('starwire_webhook_attempts_total{outcome="ours"} 2\n');
});
