import { db } from "@/lib/db/client";

/** How the deliveries of a webhook stand, oldest first. */
export async function deliveriesOf(webhookId: string) {
  return db.delivery.findMany({
    where: { webhookId },
    orderBy: { id: "asc" },
    select: {
      eventType: true,
      revision: true,
      status: true,
      attempts: true,
      lastStatus: true,
      lastError: true,
    },
  });
}
