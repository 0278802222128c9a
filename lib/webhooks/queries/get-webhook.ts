import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { healthFactsOf } from "@/lib/webhooks/queries/health-facts";

/** A webhook as the head of its log, also a deleted one. @throws AppError `not_found`. */
export async function getWebhook(access: Access, input: { webhookId: string }) {
  const webhook = await db.webhook.findFirst({
    where: { id: input.webhookId, projectId: access.projectId },
    include: { lane: true },
  });
  if (!webhook) throw new AppError("not_found");
  const delivery = await db.delivery.findFirst({ where: { webhookId: webhook.id }, select: { id: true } });
  return {
    id: webhook.id,
    url: webhook.url,
    isOn: webhook.isOn,
    deletedAt: webhook.deletedAt,
    health: healthFactsOf(webhook, webhook.lane, delivery !== null),
  };
}

export type WebhookHead = Awaited<ReturnType<typeof getWebhook>>;
