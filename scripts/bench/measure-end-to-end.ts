import { sql } from "@/lib/db/sql";
import { newId } from "@/lib/ids";
import { captureRating } from "@/lib/reviews/commands/capture-rating";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { inParallel } from "./at-rate";
import { type BenchProcess, type BenchStage, startBareLoop, startWorker } from "./bench-stage";
import { nowMs } from "./clock";
import { cpuMsOfTree, postmasterPid } from "./cpu-time";
import { createBenchLinks } from "./rating-links";
import { measure, type Measure } from "./result";

const CHANGES = 8_000;
const WARM_UP = 500;
const WRITERS = 10;

/**
 * Changes per second, from the first write to the last arrival: the product's own rating command, one transaction each,
 * by ten writers, while the worker delivers. The floor is a bare insert of event and delivery, and the bare loop.
 */
export async function measureEndToEnd(stage: BenchStage): Promise<Record<string, Measure>> {
  const floor = await run(stage, "the floor", startBareLoop, async (project, webhook) =>
    Array.from({ length: WARM_UP + CHANGES }, () => () => writeBarely(project.id, webhook.id)),
  );
  const ours = await run(stage, "Starwire", startWorker, async (project) => {
    const links = await createBenchLinks(project, WARM_UP + CHANGES);
    return links.map(
      ({ link }) =>
        () =>
          captureRating(link, 4),
    );
  });
  return { end_to_end_per_s: measure(ours, "changes/s", floor) };
}

type Project = Awaited<ReturnType<typeof createTestProject>>;
type Webhook = Awaited<ReturnType<typeof createTestWebhook>>;

async function run(
  { receiver }: BenchStage,
  name: string,
  start: (webhook: Webhook) => Promise<BenchProcess>,
  prepare: (project: Project, webhook: Webhook) => Promise<(() => Promise<unknown>)[]>,
): Promise<number> {
  const project = await createTestProject();
  const webhook = await createTestWebhook(project.id, `${receiver.url}/end-to-end`);
  const writes = await prepare(project, webhook);
  const deliverer = await start(webhook);
  await receiver.reset();
  await inParallel(writes.slice(0, WARM_UP), WRITERS, (write) => write());
  await receiver.waitFor(WARM_UP);
  const places = { writers: process.pid, worker: deliverer.pid, Postgres: await postmasterPid() };
  const usedBefore = cpuOf({ ...places, receiver: receiver.pid });
  const fromMs = nowMs();
  await inParallel(writes.slice(WARM_UP), WRITERS, (write) => write());
  await receiver.waitFor(WARM_UP + CHANGES);
  const used = cpuOf({ ...places, receiver: receiver.pid });
  const arrivals = await receiver.arrivals();
  const seconds = ((arrivals.at(-1)?.atMs ?? nowMs()) - fromMs) / 1000;
  await deliverer.stop();
  console.log(cpuLine(name, used, usedBefore));
  return CHANGES / seconds;
}

/** The writers are this process, whose children are the others. */
function cpuOf({ writers, ...others }: Record<"writers" | "worker" | "Postgres" | "receiver", number>) {
  const apart = Object.entries(others).map(([place, pid]): [string, number] => [place, cpuMsOfTree(pid)]);
  const ofOthers = apart.reduce((sum, [, ms]) => sum + ms, 0);
  return new Map([["writers", cpuMsOfTree(writers) - ofOthers], ...apart]);
}

/** Where the time goes: milliseconds of processor time per change, which other work on the machine hardly alters. */
function cpuLine(name: string, used: Map<string, number>, usedBefore: Map<string, number>): string {
  const parts = [...used].map(
    ([place, ms]) => `${place} ${((ms - (usedBefore.get(place) ?? 0)) / CHANGES).toFixed(2)}`,
  );
  return `  processor time per change of ${name}, ms: ${parts.join(", ")}`;
}

async function writeBarely(projectId: string, webhookId: string): Promise<void> {
  await sql(
    `with e as (
       insert into event (id, project_id, type, resource_type, resource_id, revision, body)
       values ($1, $3, 'review-created', 'review', $2, 1, $5) returning id, resource_id
     )
     insert into delivery (project_id, webhook_id, event_id, event_type, resource_id, revision)
     select $3, $4, id, 'review-created', resource_id, 1 from e`,
    [newId("evt"), newId("rev"), projectId, webhookId, BARE_BODY],
  );
}

const BARE_BODY = JSON.stringify({ bare: "x".repeat(1_000) });
