import { setTimeout as sleep } from "node:timers/promises";
import { startTestReceiver } from "@/lib/webhooks/testing/test-receiver";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { createBenchLinks } from "@/scripts/bench/rating-links";
import { seededRandom } from "@/scripts/fault-run/seeded-random";
import { gatherEvidence } from "./gather-evidence";
import { judgeArrivals, type Judgement } from "./judge-arrivals";
import { type Kill, killInTurn, waitForProcess } from "./kill-processes";
import { makeChanges } from "./make-changes";
import type { KillTarget } from "./kill-target";

const CHANGES = 1_000;
const RECEIVERS = 3;
const PATIENCE_MS = 120_000;

/**
 * Customers make 1,000 changes through the public door while all processes are killed in turn and come back by themselves. Then every receiver must have every recorded event, and twice only what a kill interrupted.
 * @returns whether all of it held; prints the counts and what didn't
 */
export async function runKillTest(input: {
  starwire: KillTarget;
  seed: number;
  /** How many kills, spread over the changes. */
  killCount: number;
}): Promise<boolean> {
  const { starwire, seed, killCount } = input;
  const random = seededRandom(seed);
  const project = await createTestProject();
  const receivers = await Promise.all(
    Array.from({ length: RECEIVERS }, async (_, index) => {
      const receiver = await startTestReceiver(async () => {
        await sleep(index * random() * 60);
        return 200;
      });
      const { id: webhookId, secret } = await createTestWebhook(project.id, `${receiver.url}/hooks`);
      return { webhookId, secret, requests: receiver.requests, close: () => receiver.close() };
    }),
  );
  const links = await createBenchLinks(project, CHANGES / 2);
  const moments = Array.from({ length: killCount }, () => Math.floor(random() * CHANGES * 0.95)).toSorted(
    (a, b) => a - b,
  );
  let changes = 0;
  const [, kills] = await Promise.all([
    makeChanges({
      appUrls: starwire.appUrls,
      links,
      customersAtOnce: 8,
      random,
      onChange: () => (changes += 1),
    }),
    killInTurn({ starwire, moments, changesMade: () => changes }),
  ]);
  await Promise.all(starwire.parts.map((part) => waitForProcess(starwire, part)));
  const restartedAtMs = Date.now();

  let evidence = await gatherEvidence(project.id, receivers, kills);
  let judged = judgeArrivals(evidence);
  while ((judged.lost > 0 || evidence.waiting > 0) && Date.now() - restartedAtMs < PATIENCE_MS) {
    await sleep(250);
    evidence = await gatherEvidence(project.id, receivers, kills);
    judged = judgeArrivals(evidence);
  }
  const allThereMs = Date.now() - restartedAtMs;
  await Promise.all(receivers.map((receiver) => receiver.close()));

  const problems = problemsOf(judged, evidence.events.length);
  console.log(sentence({ seed, judged, events: evidence.events.length, starwire, kills, allThereMs }));
  for (const problem of problems) console.log(`  ${problem}`);
  return problems.length === 0;
}

function problemsOf({ lost, duplicated, inFlight, wrong }: Judgement, events: number): string[] {
  return [
    ...(events === CHANGES ? [] : [`${CHANGES} changes made ${events} events`]),
    ...(lost === 0 ? [] : [`${lost} never arrived`]),
    ...(duplicated <= inFlight
      ? []
      : [`${duplicated} arrived twice, with ${inFlight} in flight at the kills`]),
    ...wrong.slice(0, 5),
  ];
}

function sentence(run: {
  seed: number;
  judged: Judgement;
  events: number;
  starwire: KillTarget;
  kills: readonly Kill[];
  allThereMs: number;
}): string {
  const { pairs, lost, duplicated, inFlight } = run.judged;
  return [
    `kill test, seed ${run.seed}: events ${run.events}, pairs ${pairs}, lost ${lost}, duplicated ${duplicated}`,
    `in flight at the kills ${inFlight}, kills ${run.kills.length} of ${run.starwire.parts.length} processes`,
    `all there ${(run.allThereMs / 1000).toFixed(1)} s after the last restart`,
  ].join(", ");
}
