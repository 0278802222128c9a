import type { Shop } from "./shop";
import { db } from "@/lib/db/client";
import type { DeliveryStatus } from "@/lib/db/generated/enums";
import { newId } from "@/lib/ids";
import type { EventType } from "@/lib/webhooks/event-catalog";

type Past = {
  count: number;
  status: DeliveryStatus;
  type: EventType;
  /** What the receiver answered; null for no answer. */
  answered: number | null;
  /** When the newest of them was recorded, in minutes before now; each other one a minute earlier. */
  fromMinutesAgo?: number;
};

/** Deliveries that ended some time ago, of one review. @returns their events, newest first, and the review's id */
export async function fillDeliveries(shop: Shop, webhookId: string, past: Past) {
  const { count, status, type, answered, fromMinutesAgo = 10 } = past;
  const resourceId = newId("rev");
  const events = Array.from({ length: count }, (_, place) => {
    const id = newId("evt");
    const createdAt = new Date(Date.now() - (fromMinutesAgo + place) * 60_000);
    const data = { object: "review", id: resourceId, revision: count - place };
    const told = { created_at: createdAt, test: false, changes: null, previous: null, reason: null };
    return {
      id,
      projectId: shop.id,
      type,
      resourceType: "review" as const,
      resourceId,
      revision: data.revision,
      body: JSON.stringify({ id, type, version: 1, ...told, data }),
      createdAt,
    };
  });
  await db.event.createMany({ data: events });
  await db.delivery.createMany({
    data: events.map((event) => ({
      projectId: shop.id,
      webhookId,
      eventId: event.id,
      eventType: type,
      resourceId,
      revision: event.revision,
      status,
      attempts: 1,
      lastStatus: answered,
      lastMs: 40,
      lastError: status === "delivered" ? null : answered ? `Answered ${answered}` : "No answer within 15 s",
      lastAdvice: status === "delivered" ? null : "look at the receiver",
      createdAt: event.createdAt,
      endedAt: event.createdAt,
      dueAt: event.createdAt,
    })),
  });
  return { eventIds: events.map(({ id }) => id), resourceId };
}
