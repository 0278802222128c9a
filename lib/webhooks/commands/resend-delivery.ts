import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { wakeAfterCommit, withEvents } from "@/lib/webhooks/with-events";

/**
 * Sends one event once more to the webhook it was for: same event id and bytes, present URL and secrets, a delivery of
 * its own with a schedule of its own.
 * @param input.deliveryId without `dlv_`
 * @returns the new delivery's id
 * @throws AppError `not_found`, also when the webhook was deleted; `webhook_is_off`; `event_erased`.
 */
export async function resendDelivery(
  access: Access,
  input: { deliveryId: string },
): Promise<{ deliveryId: string }> {
  return withEvents(async (tx) => {
    const original = await tx.delivery.findFirst({
      where: { id: BigInt(input.deliveryId), projectId: access.projectId, webhook: { deletedAt: null } },
      include: {
        webhook: { select: { isOn: true, epoch: true, url: true } },
        event: { select: { erasedAt: true } },
      },
    });
    if (!original) throw new AppError("not_found");
    if (!original.webhook.isOn) throw new AppError("webhook_is_off");
    if (original.event.erasedAt) throw new AppError("event_erased");
    const { projectId, webhookId, eventId, eventType, resourceId, revision, webhook } = original;
    const again = await tx.delivery.create({
      data: {
        projectId,
        webhookId,
        eventId,
        eventType,
        resourceId,
        revision,
        replayId: newId("rpl"),
        prio: -1,
        epoch: webhook.epoch,
      },
    });
    await recordAudit(tx, access, {
      action: "webhook.delivery_resent",
      target: { id: webhookId, name: webhook.url },
      after: { delivery: `dlv_${original.id}`, type: eventType },
    });
    wakeAfterCommit(tx, access.projectId);
    return { deliveryId: String(again.id) };
  });
}
