import type { Tx } from "@/lib/db/client";
import type { MessageChannel, SuppressionReason } from "@/lib/db/generated/enums";
import { addressHashes } from "@/lib/suppressions/address-hash";

export type SuppressedAddress = {
  projectId: string;
  channel: MessageChannel;
  /** E-mail address or E.164 number. */
  address: string;
};

/** From now on the address gets no messages of this project on this channel. The first reason stays. */
export async function suppress(
  tx: Pick<Tx, "suppression">,
  { projectId, channel, address }: SuppressedAddress,
  reason: SuppressionReason,
): Promise<void> {
  const [addressHash = ""] = addressHashes(projectId, channel, address);
  await tx.suppression.createMany({
    data: { projectId, channel, addressHash, reason },
    skipDuplicates: true,
  });
}

/**
 * The address gets messages again. What the person themselves said or undid is lifted; a mail server's refusal and a
 * complaint only when they are named.
 * @returns whether there was something to lift
 */
export async function liftSuppression(
  tx: Pick<Tx, "suppression">,
  { projectId, channel, address }: SuppressedAddress,
  reasons: readonly SuppressionReason[] = ["unsubscribed", "stopped"],
): Promise<boolean> {
  const { count } = await tx.suppression.deleteMany({
    where: {
      projectId,
      channel,
      addressHash: { in: addressHashes(projectId, channel, address) },
      reason: { in: [...reasons] },
    },
  });
  return count > 0;
}
