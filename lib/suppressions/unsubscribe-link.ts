import { db } from "@/lib/db/client";
import { readUnsubscribeToken } from "@/lib/messages/unsubscribe-token";
import { findSuppression } from "@/lib/suppressions/find-suppression";
import type { SuppressedAddress } from "@/lib/suppressions/suppress";

export type UnsubscribeLink = {
  projectName: string;
  address: SuppressedAddress;
  isUnsubscribed: boolean;
};

/** Whom and what an unsubscribe link is about, now; null for one that isn't ours or whose customer is gone. */
export async function findUnsubscribeLink(token: string): Promise<UnsubscribeLink | null> {
  const read = readUnsubscribeToken(token);
  if (!read) return null;
  const customer = await db.customer.findUnique({
    where: { id: read.customerId },
    include: { project: { select: { name: true } } },
  });
  const { channel } = read;
  const text = channel === "email" ? customer?.email : customer?.phone;
  if (!customer || !text) return null;
  const address = { projectId: customer.projectId, channel, address: text };
  const since = channel === "email" ? customer.emailUnsubscribedAt : customer.smsUnsubscribedAt;
  const suppression = await findSuppression(db, customer.projectId, channel, text);
  return {
    projectName: customer.project.name,
    address,
    isUnsubscribed:
      since !== null || suppression?.reason === "unsubscribed" || suppression?.reason === "stopped",
  };
}
