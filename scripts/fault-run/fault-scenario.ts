import { setTimeout as sleep } from "node:timers/promises";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { deleteWebhook } from "@/lib/webhooks/commands/delete-webhook";
import { editWebhook } from "@/lib/webhooks/commands/edit-webhook";
import { replayHeld } from "@/lib/webhooks/commands/replay-held";
import { resendDelivery } from "@/lib/webhooks/commands/resend-delivery";
import { sendTestEvent } from "@/lib/webhooks/commands/send-test-event";
import { skipHeld } from "@/lib/webhooks/commands/skip-held";
import { switchWebhook } from "@/lib/webhooks/commands/switch-webhook";
import type { FaultReceiver } from "@/scripts/fault-run/fault-receiver";
import type { FaultWorkers } from "@/scripts/fault-run/fault-workers";
import { pick } from "@/scripts/fault-run/seeded-random";
import { recordTestEvent, rollBackTestEvent } from "@/lib/webhooks/testing/test-events";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";

/** A time in which nothing may begin at a webhook, or at one of its URLs; `Date.now()`. */
export type Silence = { webhookId: string; url: string | null; fromMs: number; untilMs: number };

export type FaultScene = {
  project: { id: string; name: string; slug: string };
  /** Never touched by the scenario: each gets every event. */
  untouched: string[];
  /** Switched, edited, filtered and deleted all the while. */
  touched: [string, ...string[]];
  silences: Silence[];
  /** When a webhook went off, per webhook; `Date.now()` before the command. */
  offAt: { webhookId: string; atMs: number }[];
  rolledBack: string[];
};

const REVIEWS = 24;

export async function createFaultScene(receiver: FaultReceiver): Promise<FaultScene> {
  const project = await createTestProject();
  const names = Array.from({ length: 8 }, (_, index) => `hook-${index}`);
  const webhooks = [];
  for (const name of names)
    webhooks.push((await createTestWebhook(project.id, `${receiver.url}/${name}/0`)).id);
  const [first = "", ...others] = webhooks.slice(2);
  return {
    project,
    untouched: webhooks.slice(0, 2),
    touched: [first, ...others],
    silences: [],
    offAt: [],
    rolledBack: [],
  };
}

/** Records events of a few reviews, some of them in transactions that are rolled back, until `isOver`. */
export async function makeChanges(
  scene: FaultScene,
  random: () => number,
  isOver: () => boolean,
): Promise<void> {
  const reviews = Array.from({ length: REVIEWS }, () => ({ id: newId("rev"), revision: 0 }));
  while (!isOver()) {
    const review = reviews[Math.floor(random() * REVIEWS)];
    if (!review) continue;
    if (random() < 0.08)
      scene.rolledBack.push(await rollBackTestEvent(scene.project, review.id, review.revision + 1));
    else {
      review.revision += 1;
      await recordTestEvent(scene.project, review.id, review.revision);
    }
    await sleep(random() * 12);
  }
}

/** Changes settings and asks for resends, tests, Send and Skip at random, as people would. */
export async function changeSettings(
  scene: FaultScene,
  random: () => number,
  isOver: () => boolean,
): Promise<void> {
  const { project, silences } = scene;
  const access: Access = {
    userId: "usr_test",
    userName: "Ada",
    projectId: project.id,
    projectSlug: project.slug,
    role: "owner",
  };
  const silence = (webhookId: string, url: string | null) => {
    const begun: Silence = { webhookId, url, fromMs: Date.now(), untilMs: Number.POSITIVE_INFINITY };
    silences.push(begun);
    return begun;
  };
  const changes: [() => Promise<unknown>, ...(() => Promise<unknown>)[]] = [
    async () => {
      const webhookId = pick(random, scene.touched);
      scene.offAt.push({ webhookId, atMs: Date.now() });
      await switchWebhook(access, { webhookId, isOn: false });
      const off = silence(webhookId, null);
      await sleep(random() * 500);
      off.untilMs = Date.now();
      await switchWebhook(access, { webhookId, isOn: true });
    },
    async () => {
      const webhookId = pick(random, scene.touched);
      const { url } = await db.webhook.findUniqueOrThrow({ where: { id: webhookId } });
      const next = url.replace(/\d+$/, (version) => String(Number(version) + 1));
      await editWebhook(access, { webhookId, url: next });
      silence(webhookId, url);
    },
    async () => {
      const webhookId = pick(random, scene.touched);
      const types =
        random() < 0.5 ? ["review-created" as const] : ["review-created" as const, "review-updated" as const];
      await editWebhook(access, { webhookId, events: { types, alsoLater: random() < 0.3 } });
    },
    () => replayHeld(access, { webhookId: pick(random, scene.touched) }),
    () => skipHeld(access, { webhookId: pick(random, scene.touched) }),
    () => sendTestEvent(access, { webhookId: pick(random, scene.touched) }),
    async () => {
      const some = await db.delivery.findFirst({
        where: { projectId: project.id, status: { in: ["delivered", "failed"] } },
        skip: Math.floor(random() * 50),
      });
      if (some) await resendDelivery(access, { deliveryId: String(some.id) });
    },
  ];
  let isOneDeleted = false;
  while (!isOver()) {
    await sleep(random() * 80);
    if (!isOneDeleted && random() < 0.02) {
      isOneDeleted = true;
      const webhookId = pick(random, scene.touched);
      await deleteWebhook(access, { webhookId });
      silence(webhookId, null);
    }
    try {
      await pick(random, changes)();
    } catch (error) {
      // Refused as it should be: off, or deleted a moment ago.
      if (!(error instanceof AppError)) throw error;
    }
  }
}

/** Kills and freezes workers at random moments. */
export async function disturbWorkers(
  workers: FaultWorkers,
  random: () => number,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    await sleep(600 + random() * 900);
    if (isOver()) return;
    const place = random() < 0.5 ? 0 : 1;
    if (random() < 0.7) await workers.kill(place);
    else await workers.freeze(place, () => sleep(300 + random() * 2_500));
  }
}

/** Lets receivers change their mood. */
export async function changeMoods(
  receiver: FaultReceiver,
  random: () => number,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    receiver.changeMood(`hook-${Math.floor(random() * 8)}`);
    await sleep(random() * 250);
  }
}
