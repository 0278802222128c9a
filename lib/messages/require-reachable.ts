import type { Tx } from "@/lib/db/client";
import type { Customer } from "@/lib/db/generated/client";
import type { MessageChannel } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import { addressOf, refusalOf } from "@/lib/messages/refusal";
import { findSuppression } from "@/lib/suppressions/find-suppression";

/**
 * Where a customer is reached on a channel, once it is sure that they may be.
 * @throws AppError `invalid` on field `email` or `phone` without one; `conflict` on field `channel` for somebody who gets
 *   no messages on it.
 */
export async function requireReachable(tx: Tx, customer: Customer, channel: MessageChannel): Promise<string> {
  const address = addressOf(customer, channel);
  const suppression = address && (await findSuppression(tx, customer.projectId, channel, address));
  const refusal = refusalOf(customer, channel, suppression ? suppression.reason : null);
  if (address === null) {
    throw new AppError("invalid", refusal ?? undefined, channel === "email" ? "email" : "phone");
  }
  if (refusal !== null) throw new AppError("conflict", refusal, "channel");
  return address;
}
