import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { messagePayload } from "@/lib/webhooks/message-payload";

/**
 * Before the last events of an erased customer's reviews or messages are recorded: what still waits to be sent about them
 * is dropped. The `message-deleted` of a message that had been canceled before is its last event already, so it stays,
 * without personal data.
 */
export async function dropPending(tx: Tx, projectId: string, resourceIds: string[]): Promise<void> {
  const pending = {
    projectId,
    resourceId: { in: resourceIds },
    status: { in: ["waiting", "held"] },
  } satisfies Prisma.DeliveryWhereInput;
  await tx.delivery.updateMany({
    where: { ...pending, eventType: { not: "message-deleted" } },
    data: { status: "canceled", endReason: "the customer was erased", endedAt: new Date() },
  });
  const last = await tx.delivery.findMany({
    where: { ...pending, eventType: "message-deleted" },
    distinct: ["eventId"],
    select: { event: { select: { id: true, body: true } } },
  });
  for (const { event } of last) {
    await tx.event.update({ where: { id: event.id }, data: { body: withoutPerson(event.body) } });
  }
}

/** A message event's bytes with the fields emptied that say who got it and what it said. */
function withoutPerson(body: string): string {
  const envelope = storedEnvelope.parse(JSON.parse(body));
  return JSON.stringify({
    ...envelope,
    data: { ...envelope.data, customer: null, to: null, subject: null, preview: null },
  });
}

const storedEnvelope = z.looseObject({ data: messagePayload });
