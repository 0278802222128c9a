import type { Tx } from "@/lib/db/client";
import type { MessageChannel, SuppressionReason } from "@/lib/db/generated/enums";
import { addressHashes } from "@/lib/suppressions/address-hash";

export type Suppressions = {
  /** Why an address gets no messages; null when it does. */
  reasonFor: (channel: MessageChannel, address: string) => SuppressionReason | null;
};

/** What `findSuppression` finds, for many addresses of one project with one query. */
export async function findSuppressions(
  client: Pick<Tx, "suppression">,
  projectId: string,
  addresses: readonly { channel: MessageChannel; address: string }[],
): Promise<Suppressions> {
  const hashes = addresses.flatMap(({ channel, address }) => addressHashes(projectId, channel, address));
  const rows = await client.suppression.findMany({
    where: { projectId, addressHash: { in: hashes } },
    orderBy: { createdAt: "desc" },
  });
  // The oldest reason comes last and stays.
  const reasons = new Map(rows.map((row) => [`${row.channel} ${row.addressHash}`, row.reason]));
  return {
    reasonFor: (channel, address) => {
      for (const hash of addressHashes(projectId, channel, address)) {
        const reason = reasons.get(`${channel} ${hash}`);
        if (reason) return reason;
      }
      return null;
    },
  };
}
