import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { hookUrl, testReceiver } from "@/lib/receiver/receiver-origin";
import { readWebhookItems, type WebhookItem } from "@/lib/webhooks/queries/webhook-items";

export type WebhookList = {
  /** Newest first. */
  webhooks: WebhookItem[];
  /** Deleted ones whose log can still be read. */
  deleted: { id: string; url: string; deletedAt: Date }[];
  /** The URL that the test receiver offers; null where none runs. */
  testReceiverUrl: string | null;
};

/** What Settings > API shows about webhooks. */
export async function listWebhooks({ projectId }: Access): Promise<WebhookList> {
  const [webhooks, deleted] = await Promise.all([
    readWebhookItems(projectId),
    db.webhook.findMany({
      where: { projectId, deletedAt: { not: null }, deliveries: { some: {} } },
      select: { id: true, url: true, deletedAt: true },
      orderBy: { deletedAt: "desc" },
      take: 50,
    }),
  ]);
  const receiver = testReceiver();
  return {
    webhooks,
    deleted: deleted.flatMap(({ deletedAt, ...webhook }) => (deletedAt ? [{ ...webhook, deletedAt }] : [])),
    testReceiverUrl: receiver && hookUrl(receiver.origin, "demo"),
  };
}
