import type { Access } from "@/lib/auth/access";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { buildEnvelope } from "@/lib/webhooks/envelope";
import { EVENT_CATALOG, type EventType } from "@/lib/webhooks/event-catalog";
import { wakeAfterCommit, withEvents } from "@/lib/webhooks/with-events";

/**
 * Sends the catalogue's sample of an event type to this webhook alone, marked `test: true`, whatever types it has chosen.
 * @returns the delivery's id (without `dlv_`)
 * @throws AppError `not_found`; `webhook_is_off`.
 */
export async function sendTestEvent(
  access: Access,
  input: { webhookId: string; eventType?: EventType | undefined },
): Promise<{ deliveryId: string; eventId: string }> {
  const type = input.eventType ?? "review-created";
  const { sample } = EVENT_CATALOG[type];
  return withEvents(async (tx) => {
    const webhook = await tx.webhook.findFirst({
      where: { id: input.webhookId, projectId: access.projectId, deletedAt: null },
      include: { project: { select: { id: true, name: true, slug: true } } },
    });
    if (!webhook) throw new AppError("not_found");
    if (!webhook.isOn) throw new AppError("webhook_is_off");
    const id = newId("evt");
    const createdAt = new Date();
    const { object: resourceType, id: resourceId } = sample.data;
    const body = buildEnvelope({ id, type, createdAt, isTest: true, project: webhook.project, ...sample });
    await tx.event.create({
      data: {
        id,
        projectId: access.projectId,
        type,
        resourceType,
        resourceId,
        revision: 0,
        isTest: true,
        body,
        createdAt,
      },
    });
    const delivery = await tx.delivery.create({
      data: {
        projectId: access.projectId,
        webhookId: webhook.id,
        eventId: id,
        eventType: type,
        resourceId,
        revision: 0,
        prio: -1,
        epoch: webhook.epoch,
      },
    });
    wakeAfterCommit(tx, access.projectId);
    return { deliveryId: String(delivery.id), eventId: id };
  });
}
