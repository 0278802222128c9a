import { sql } from "@/lib/db/sql";
import { captureRating } from "@/lib/reviews/commands/capture-rating";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { atRate } from "./at-rate";
import { type BenchStage, startWorker } from "./bench-stage";
import { nowMs } from "./clock";
import { percentile } from "./percentile";
import { createBenchLinks } from "./rating-links";
import { measure, type Measure } from "./result";

const PER_SECOND = 200;
const WARM_UP = 400;
const CHANGES = 3_000;

/** Milliseconds from the return of a committed rating command to the arrival of its event, at 200 a second for 15 s. */
export async function measureLatency({ receiver }: BenchStage): Promise<Record<string, Measure>> {
  const project = await createTestProject();
  await createTestWebhook(project.id, `${receiver.url}/latency`);
  const links = await createBenchLinks(project, WARM_UP + CHANGES);
  const worker = await startWorker();
  await receiver.reset();
  const committedAtMs = new Map<string, number>();
  await atRate(links, PER_SECOND, async ({ link }) => {
    const given = await captureRating(link, 5);
    if (given) committedAtMs.set(given.id, nowMs());
  });
  await receiver.waitFor(links.length);
  await worker.stop();
  const reviewOf = new Map(
    (
      await sql<{ id: string; review: string }>(
        "select id, resource_id as review from event where project_id = $1",
        [project.id],
      )
    ).map(({ id, review }) => [id, review]),
  );
  const latencies = (await receiver.arrivals()).slice(WARM_UP).flatMap(({ eventId, atMs }) => {
    const committed = committedAtMs.get(reviewOf.get(eventId) ?? "");
    // One that arrived before the writer had heard of its own commit took no time.
    return committed === undefined ? [] : [Math.max(0, atMs - committed)];
  });
  return {
    commit_to_arrival_p50_ms: measure(percentile(latencies, 0.5), "ms"),
    commit_to_arrival_p95_ms: measure(percentile(latencies, 0.95), "ms"),
  };
}
