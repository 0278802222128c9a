import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { type DeliveryItem, listDeliveries } from "@/lib/webhooks/queries/list-deliveries";

export type LatestDelivery = DeliveryItem & { url: string };

/** The newest deliveries of a project, each with the URL of its webhook. */
export async function listLatestDeliveries(access: Access, count: number): Promise<LatestDelivery[]> {
  const { deliveries } = await listDeliveries(access, {});
  const latest = deliveries.slice(0, count);
  const webhooks = await db.webhook.findMany({
    where: { projectId: access.projectId, id: { in: latest.map(({ webhookId }) => webhookId) } },
    select: { id: true, url: true },
  });
  const urls = new Map(webhooks.map(({ id, url }) => [id, url]));
  return latest.map((delivery) => ({ ...delivery, url: urls.get(delivery.webhookId) ?? "" }));
}
