import type { Access } from "@/lib/auth/access";
import type { SubscriptionInput } from "@/lib/customers/schema";
import { AppError } from "@/lib/errors";
import { cancelUnsent } from "@/lib/messages/cancel-unsent";
import { liftSuppression, suppress } from "@/lib/suppressions/suppress";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * What a customer told the shop: no more messages on this channel, or messages again. Unsubscribing cancels what is still
 * to be sent; subscribing again lifts what the customer said themselves, never a mail server's refusal or a complaint.
 * @throws AppError `not_found`
 */
export async function setSubscription(access: Access, input: SubscriptionInput): Promise<void> {
  const { projectId } = access;
  const { id, channel, isSubscribed } = input;
  const unsubscribedAt = isSubscribed ? null : new Date();
  await withEvents(async (tx) => {
    const where = { id, projectId };
    await tx.$queryRaw`select 1 from customer where id = ${id} and project_id = ${projectId} for update`;
    const customer = await tx.customer.findFirst({ where });
    if (!customer) throw new AppError("not_found");
    await tx.customer.update({
      where: { id },
      data: {
        ...(channel === "email"
          ? { emailUnsubscribedAt: unsubscribedAt }
          : { smsUnsubscribedAt: unsubscribedAt }),
        updatedAt: new Date(),
      },
    });
    const address = channel === "email" ? customer.email : customer.phone;
    if (address && isSubscribed) await liftSuppression(tx, { projectId, channel, address });
    if (address && !isSubscribed) await suppress(tx, { projectId, channel, address }, "unsubscribed");
    if (!isSubscribed)
      await cancelUnsent(tx, { projectId, customerId: id, channel }, "canceled_unsubscribed");
  });
}
