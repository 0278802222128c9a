import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { atRate } from "./at-rate";
import { type BenchStage, startWorker } from "./bench-stage";
import { nowMs } from "./clock";
import { percentile } from "./percentile";
import { measure, type Measure } from "./result";

const ENDPOINTS = 20;
const PER_SECOND = 100;
const WARM_UP = 400;
const EVENTS = 1_500;

/** p99 from commit to arrival at 19 endpoints while a twentieth accepts and never answers, against the same with all well. */
export async function measureIsolation(stage: BenchStage): Promise<Record<string, Measure>> {
  const worker = await startWorker();
  const well = await p99OfOthers(stage, "well");
  const beside = await p99OfOthers(stage, "hang");
  await worker.stop();
  return { isolation_p99_ratio: measure(beside / well, "x") };
}

async function p99OfOthers({ receiver }: BenchStage, twentieth: "well" | "hang"): Promise<number> {
  const projects = await Promise.all(Array.from({ length: ENDPOINTS }, () => createTestProject()));
  for (const [index, { id }] of projects.entries()) {
    await createTestWebhook(id, `${receiver.url}/${index === 0 ? twentieth : "well"}/${index}`);
  }
  await receiver.reset();
  const committedAtMs = new Map<string, number>();
  const turns = Array.from({ length: WARM_UP + EVENTS }, (_, index) => ({
    index,
    project: projects[index % ENDPOINTS],
  }));
  await atRate(turns, PER_SECOND, async ({ index, project }) => {
    if (!project) return;
    const eventId = await recordTestEvent(project);
    if (index >= WARM_UP && index % ENDPOINTS !== 0) committedAtMs.set(eventId, nowMs());
  });
  await receiver.waitFor(Math.floor(((WARM_UP + EVENTS) * (ENDPOINTS - 1)) / ENDPOINTS));
  const latencies = (await receiver.arrivals()).flatMap(({ eventId, atMs }) => {
    const committed = committedAtMs.get(eventId);
    return committed === undefined ? [] : [Math.max(0.1, atMs - committed)];
  });
  return percentile(latencies, 0.99);
}
