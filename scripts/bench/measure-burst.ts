import { sql } from "@/lib/db/sql";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { wakeRelay } from "@/lib/webhooks/wake-relay";
import { type BenchProcess, type BenchStage, startBareLoop, startWorker } from "./bench-stage";
import { nowMs } from "./clock";
import { fillBacklog } from "./fill-backlog";
import { measure, type Measure } from "./result";

const EVENTS = 20_000;
const WARM_UP = 1_000;
const PATIENCE_MS = 120_000;

/** 20,000 recorded events for one fast endpoint: deliveries per second, from their commit to the last outcome on record. */
export async function measureBurst(stage: BenchStage): Promise<Record<string, Measure>> {
  const floor = await drain(stage, startBareLoop);
  const ours = await drain(stage, startWorker);
  return { burst_drain_per_s: measure(ours, "deliveries/s", floor) };
}

type Webhook = Awaited<ReturnType<typeof createTestWebhook>>;

async function drain(
  { receiver }: BenchStage,
  start: (webhook: Webhook) => Promise<BenchProcess>,
): Promise<number> {
  const project = await createTestProject();
  const webhook = await createTestWebhook(project.id, `${receiver.url}/burst`);
  const deliverer = await start(webhook);
  await fillBacklog(project, webhook.id, WARM_UP);
  wakeRelay(project.id);
  await waitUntil("the warm-up", () => isDrained(webhook.id), PATIENCE_MS);
  await fillBacklog(project, webhook.id, EVENTS);
  const fromMs = nowMs();
  wakeRelay(project.id);
  await waitUntil("the burst", () => isDrained(webhook.id), PATIENCE_MS);
  const seconds = (nowMs() - fromMs) / 1000;
  await deliverer.stop();
  return EVENTS / seconds;
}

/** Costs one index probe, however large the backlog. */
async function isDrained(webhookId: string): Promise<boolean> {
  const [row] = await sql<{ waits: boolean }>(
    "select exists (select from delivery where webhook_id = $1 and status = 'waiting') as waits",
    [webhookId],
  );
  return row?.waits === false;
}
