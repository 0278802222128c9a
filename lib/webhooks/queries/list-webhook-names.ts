import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";

/** A project's webhooks by URL, the newest first; deleted ones stay as long as their log. */
export async function listWebhookNames(access: Access) {
  return db.webhook.findMany({
    where: { projectId: access.projectId },
    select: { id: true, url: true, isOn: true, deletedAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

export type WebhookName = Awaited<ReturnType<typeof listWebhookNames>>[number];
