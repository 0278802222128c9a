import type { Shop } from "@/e2e/support/shop";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";

const MINUTE_MS = 60_000;

/** Puts deliveries of every state into a webhook that sends nothing, and a replay that is half done. @returns the webhook's id */
export async function addDeliveriesInEveryState(shop: Shop): Promise<string> {
  const { id: projectId } = shop;
  const { id: webhookId } = await db.webhook.findFirstOrThrow({
    where: { projectId, offReason: "switched_off" },
  });
  const { eventId, eventType, resourceId, revision } = await db.delivery.findFirstOrThrow({
    where: { projectId },
  });
  const event = { projectId, eventId, eventType, resourceId, revision };
  const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS);
  const refused = { lastError: "Connection refused", lastAdvice: "is the receiver running?" };
  const ours = {
    lastError: "The name can't be looked up",
    lastAdvice: "this is on our side, doesn't count against the webhook and is tried again",
    lastIsOurs: true,
  };
  const states = [
    { status: "waiting", dueAt: at(60) },
    { status: "waiting", dueAt: at(61), attempts: 1, lastMs: 4, ...refused },
    { status: "waiting", dueAt: at(62), attempts: 3, lastMs: 12, ...ours },
    { status: "delivered", attempts: 2, lastStatus: 204, lastMs: 1_240, endedAt: at(-1) },
    { status: "failed", attempts: 12, lastMs: 5_000, endedAt: at(-2), ...refused },
    { status: "held" },
    { status: "canceled", endReason: "no longer chosen", endedAt: at(-3) },
  ] as const;
  await db.delivery.createMany({
    data: states.map((state) => ({ ...event, webhookId, replayId: newId("rpl"), ...state })),
  });
  const { id: replayId } = await db.replay.create({
    data: {
      id: newId("rpl"),
      projectId,
      webhookId,
      statuses: ["failed", "canceled"],
      fromAt: at(-1_440),
      untilAt: at(0),
      total: 120,
      recorded: 1,
      createdByName: shop.owner.userName,
    },
  });
  await db.delivery.create({
    data: { ...event, webhookId, replayId, status: "waiting", dueAt: at(63) },
  });
  return webhookId;
}
