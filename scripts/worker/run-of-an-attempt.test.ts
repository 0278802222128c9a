import { serve } from "inngest/edge";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { claimLanes, LANE_QUOTAS } from "@/lib/webhooks/lane/claim-lanes";
import { LANE_TIMING } from "@/lib/webhooks/lane/lane-timing";
import { wakeLanes } from "@/lib/webhooks/lane/wake-lanes";
import { getDelivery } from "@/lib/webhooks/queries/get-delivery";
import { createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject, recordTestEvent } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "an encryption key for this test only");
vi.stubEnv("LOG_LEVEL", "silent");
vi.stubEnv("ENGINE", "inngest");
vi.stubEnv("INNGEST_DEV", "1");
vi.stubEnv("INNGEST_BASE_URL", "https://inngest.example.com");
await createTestDatabase();

const RUN_ID = "01KB0RUNOFTHISATTEMPT00000";

test("with Inngest an attempt leads to the very run that made it", async () => {
  // Loaded once the environment names the engine.
  const { functions } = await import("@/inngest/functions/all");
  const { inngest } = await import("@/inngest/client");
  const access = await createTestProject();
  const webhook = await createTestWebhook(access.projectId, "https://127.0.0.1:9/refused-as-private");
  await recordTestEvent(access);
  await wakeLanes([access.projectId]);
  const [lane] = await claimLanes(LANE_QUOTAS, LANE_TIMING);
  const data = { webhookId: webhook.id, token: lane?.token, host: "127.0.0.1:9" };
  const event = { id: "01KB0EVENTTHATBEGANTHERUN0", name: "webhook/lane.ready", data, ts: Date.now() };

  const answer = await serve({ client: inngest, functions })(
    new Request("http://localhost/api/inngest?fnId=starwire-deliver-webhook&stepId=step", {
      method: "POST",
      headers: { host: "localhost", "content-type": "application/json" },
      body: JSON.stringify({
        version: 2,
        event,
        events: [event],
        steps: {},
        use_api: false,
        ctx: { run_id: RUN_ID, attempt: 0, stack: { stack: [], current: 0 } },
      }),
    }),
  );

  expect(answer.status, await answer.text()).toBe(206);
  const { id } = await db.delivery.findFirstOrThrow({ where: { webhookId: webhook.id } });
  const { attempts } = await getDelivery(access, { deliveryId: String(id) });
  expect(attempts.map(({ runUrl }) => runUrl)).toEqual([`https://inngest.example.com/run?runID=${RUN_ID}`]);
});
