import type { Access } from "@/lib/auth/access";
import type { SubscriptionInput } from "@/lib/customers/schema";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { resubscribeAddress, unsubscribeAddress } from "@/lib/suppressions/unsubscribe-address";

/**
 * What a customer told the shop: no more messages on this channel, or messages again. Unsubscribing cancels what is still
 * to be sent; subscribing again lifts what the customer said themselves, never a mail server's refusal or a complaint.
 * @throws AppError `not_found`; `conflict` where the customer has no address on this channel
 */
export async function setSubscription(access: Access, input: SubscriptionInput): Promise<void> {
  const { projectId } = access;
  const { id, channel, isSubscribed } = input;
  const customer = await db.customer.findFirst({ where: { id, projectId } });
  if (!customer) throw new AppError("not_found");
  const address = channel === "email" ? customer.email : customer.phone;
  if (address === null)
    throw new AppError(
      "conflict",
      `This customer has no ${channel === "email" ? "e-mail address" : "phone number"}.`,
    );
  if (isSubscribed) await resubscribeAddress({ projectId, channel, address });
  else await unsubscribeAddress({ projectId, channel, address }, "unsubscribed");
}
