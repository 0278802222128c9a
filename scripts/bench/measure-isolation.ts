import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { atRate } from "./at-rate";
import { type BenchStage, startWorker } from "./bench-stage";
import { nowMs } from "./clock";
import { percentile } from "./percentile";
import { measure, type Measure } from "./result";

const ENDPOINTS = 20;
const PER_SECOND = 100;
const WARM_UP = 300;
const EVENTS = 1_000;
const TURNS = ["well", "hang", "hang", "well"] as const;

/**
 * p99 from commit to arrival at 19 endpoints while a twentieth accepts and never answers, against the same with all well.
 * Both in two turns: whatever else the machine does for a while then meets both alike.
 */
export async function measureIsolation(stage: BenchStage): Promise<Record<string, Measure>> {
  const worker = await startWorker();
  const latencies = { well: [] as number[], hang: [] as number[] };
  for (const turn of TURNS) latencies[turn].push(...(await latenciesOfOthers(stage, turn)));
  await worker.stop();
  const well = percentile(latencies.well, 0.99);
  const beside = percentile(latencies.hang, 0.99);
  console.log(
    `  p99 of the others, ms: all well ${well.toFixed(1)}, beside one that hangs ${beside.toFixed(1)}`,
  );
  return { isolation_p99_ratio: measure(beside / well, "x") };
}

async function latenciesOfOthers(
  { receiver }: BenchStage,
  twentieth: (typeof TURNS)[number],
): Promise<number[]> {
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
  return (await receiver.arrivals()).flatMap(({ eventId, atMs }) => {
    const committed = committedAtMs.get(eventId);
    return committed === undefined ? [] : [Math.max(0.1, atMs - committed)];
  });
}
