import { cancelUnsent } from "@/lib/messages/cancel-unsent";
import { liftSuppression, suppress, type SuppressedAddress } from "@/lib/suppressions/suppress";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * A person wants no more messages at this address: it is suppressed in the project, its customer is marked, and what is
 * still to be sent to them by this channel is canceled. Doing it again changes nothing.
 */
export async function unsubscribeAddress(
  address: SuppressedAddress,
  reason: "unsubscribed" | "stopped",
): Promise<void> {
  const { projectId, channel } = address;
  await withEvents(async (tx) => {
    await suppress(tx, address, reason);
    const customers = await tx.customer.findMany({ where: whoHas(address), select: { id: true } });
    for (const { id: customerId } of customers) {
      const since =
        channel === "email" ? { emailUnsubscribedAt: new Date() } : { smsUnsubscribedAt: new Date() };
      const unmarked = channel === "email" ? { emailUnsubscribedAt: null } : { smsUnsubscribedAt: null };
      await tx.customer.updateMany({ where: { id: customerId, projectId, ...unmarked }, data: since });
      await cancelUnsent(tx, { projectId, customerId, channel }, "canceled_unsubscribed");
    }
  });
}

/** They want messages again. What a mail server or a complaint has suppressed stays. */
export async function resubscribeAddress(address: SuppressedAddress): Promise<void> {
  await withEvents(async (tx) => {
    await liftSuppression(tx, address);
    await tx.customer.updateMany({
      where: whoHas(address),
      data: address.channel === "email" ? { emailUnsubscribedAt: null } : { smsUnsubscribedAt: null },
    });
  });
}

function whoHas({ projectId, channel, address }: SuppressedAddress) {
  return channel === "email" ? { projectId, email: address.toLowerCase() } : { projectId, phone: address };
}
