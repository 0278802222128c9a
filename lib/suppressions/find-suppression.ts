import type { Tx } from "@/lib/db/client";
import type { Suppression } from "@/lib/db/generated/client";
import type { MessageChannel } from "@/lib/db/generated/enums";
import { addressHashes } from "@/lib/suppressions/address-hash";

/** The reason why an address gets no messages of this project on this channel; null when it does. */
export async function findSuppression(
  client: Pick<Tx, "suppression">,
  projectId: string,
  channel: MessageChannel,
  address: string,
): Promise<Pick<Suppression, "reason" | "createdAt"> | null> {
  return client.suppression.findFirst({
    where: { projectId, channel, addressHash: { in: addressHashes(projectId, channel, address) } },
    orderBy: { createdAt: "asc" },
    select: { reason: true, createdAt: true },
  });
}
