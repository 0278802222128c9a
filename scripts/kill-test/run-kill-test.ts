import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db/client";
import { startTestReceiver } from "@/lib/webhooks/testing/test-receiver";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { createBenchLinks } from "@/scripts/bench/rating-links";
import { seededRandom } from "@/scripts/fault-run/seeded-random";
import { inFlightAt, judgeArrivals } from "./judge-arrivals";
import { killInTurn, waitForProcess } from "./kill-processes";
import { makeChanges } from "./make-changes";
import type { Starwire } from "./start-starwire";

const CHANGES = 1_000;
const KILLS = 12;
const RECEIVERS = 3;
const PATIENCE_MS = 120_000;

/**
 * Customers make 1,000 changes through the public door while web and worker are killed in turn and come back by
 * themselves. Then every receiver must have every recorded event, and twice only what a kill interrupted.
 * @returns whether all of it held; prints the counts and what didn't
 */
export async function runKillTest(input: {
  starwire: Starwire;
  appUrl: string;
  seed: number;
}): Promise<boolean> {
  const { starwire, appUrl, seed } = input;
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
  const moments = Array.from({ length: KILLS }, () => Math.floor(random() * CHANGES * 0.95)).toSorted(
    (a, b) => a - b,
  );
  let changes = 0;
  const [, kills] = await Promise.all([
    makeChanges({ appUrl, links, customersAtOnce: 8, random, onChange: () => (changes += 1) }),
    killInTurn({ starwire, moments, changesMade: () => changes, onKill: () => undefined }),
  ]);
  await Promise.all([waitForProcess(starwire, "web"), waitForProcess(starwire, "worker")]);
  const restartedAtMs = Date.now();

  const events = await db.event.findMany({
    where: { projectId: project.id },
    select: { id: true, body: true },
  });
  let judged = judgeArrivals(events, receivers);
  while (judged.lost > 0 && Date.now() - restartedAtMs < PATIENCE_MS) {
    await sleep(250);
    judged = judgeArrivals(events, receivers);
  }
  const inFlight = kills.reduce((sum, kill) => sum + inFlightAt(kill, receivers), 0);
  await Promise.all(receivers.map((receiver) => receiver.close()));

  const problems = [
    ...(events.length === CHANGES ? [] : [`${CHANGES} changes made ${events.length} events`]),
    ...(judged.lost === 0 ? [] : [`${judged.lost} never arrived`]),
    ...(judged.duplicated <= inFlight
      ? []
      : [`${judged.duplicated} arrived twice, with ${inFlight} in flight at the kills`]),
    ...judged.wrong.slice(0, 5),
  ];
  console.log(
    `kill test, seed ${seed}: events ${events.length}, pairs ${judged.pairs}, lost ${judged.lost}, duplicated ${judged.duplicated} (in flight at the kills ${inFlight}), kills ${kills.length}, all there ${((Date.now() - restartedAtMs) / 1000).toFixed(1)} s after the last restart`,
  );
  for (const problem of problems) console.log(`  ${problem}`);
  return problems.length === 0;
}
