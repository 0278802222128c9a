import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeSql } from "@/lib/db/sql";
import { db } from "@/lib/db/client";
import { gatherEvidence, lanesOf } from "@/scripts/fault-run/fault-evidence";
import { FAULT_INVARIANTS } from "@/scripts/fault-run/fault-invariants";
import { startFaultReceiver } from "@/scripts/fault-run/fault-receiver";
import {
  changeMoods,
  changeSettings,
  createFaultScene,
  disturbWorkers,
  makeChanges,
} from "@/scripts/fault-run/fault-scenario";
import { startFaultWorkers } from "@/scripts/fault-run/fault-workers";
import { seededRandom } from "@/scripts/fault-run/seeded-random";
import { bundleProcess } from "@/scripts/testing/bundle-process";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";

const ENVIRONMENT = {
  ENCRYPTION_KEY: "the encryption key of these tests only",
  WEBHOOK_ALLOWED_NETS: "127.0.0.0/8",
  LOG_LEVEL: "silent",
};
for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
const { url } = await createTestDatabase();

/** `FAULT_SEEDS=7,8,9` runs others; `FAULT_SECONDS` makes them longer. */
const seeds = (process.env["FAULT_SEEDS"] ?? "1,2,3,4,5").split(",").map(Number);
const chaosMs = Number(process.env["FAULT_SECONDS"] ?? "6") * 1000;

let worker: Awaited<ReturnType<typeof bundleProcess>>;
beforeAll(async () => {
  worker = await bundleProcess("scripts/fault-run/fault-worker.ts");
});
afterAll(async () => {
  await worker.remove();
  await closeSql();
});

test.each(seeds)(
  "whatever happens, nothing is lost, disordered or sent against the settings (seed %i)",
  { timeout: 180_000 },
  async (seed) => {
    const random = seededRandom(seed);
    const receiver = await startFaultReceiver(seededRandom(seed + 1_000));
    const scene = await createFaultScene(receiver);
    const workers = startFaultWorkers(worker.file, {
      count: 2,
      seed,
      env: { ...process.env, ...ENVIRONMENT, DATABASE_URL: url },
    });
    try {
      await workers.start();
      let isOver = false;
      const chaos = Promise.all([
        makeChanges(scene, random, () => isOver),
        changeSettings(scene, random, () => isOver),
        disturbWorkers(workers, random, () => isOver),
        changeMoods(receiver, random, () => isOver),
      ]);
      await Promise.race([sleep(chaosMs), chaos]);
      isOver = true;
      await chaos;
      receiver.calm();
      const projectId = scene.project.id;
      await waitUntil(
        `seed ${seed}: every delivery ends and every lane rests`,
        async () => {
          const waiting = await db.delivery.count({ where: { projectId, status: "waiting" } });
          return waiting === 0 && (await lanesOf(projectId)).every(({ isAtRest }) => isAtRest);
        },
        90_000,
      );
      const evidence = await gatherEvidence(scene, receiver, workers.outages);
      const { events, deliveries, requests, outages } = evidence;
      console.log(
        `seed ${seed}: ${events.length} events, ${deliveries.length} deliveries, ${requests.length} requests, ${outages.length} outages`,
      );
      const broken = Object.entries(FAULT_INVARIANTS).flatMap(([invariant, findBroken]) => {
        const cases = findBroken(evidence);
        return cases.length === 0
          ? []
          : [`${invariant}: ${cases.length}, e.g. ${cases.slice(0, 3).join("; ")}`];
      });
      expect(workers.openedTwice, `seed ${seed}: a wake opens its lane once`).toEqual([]);
      expect(broken, `seed ${seed}, outages ${JSON.stringify(outages)}`).toEqual([]);
    } finally {
      await workers.stop();
      await receiver.close();
    }
  },
);
