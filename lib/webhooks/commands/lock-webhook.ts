import type { Access } from "@/lib/auth/access";
import type { Tx } from "@/lib/db/client";
import type { Webhook } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";

/**
 * A webhook of the project, locked until the transaction ends, so that settings change one after the other. The lock
 * lets deliveries be recorded meanwhile.
 * @throws AppError `not_found` for unknown, foreign and deleted ones alike.
 */
export async function lockWebhook(tx: Tx, access: Access, webhookId: string): Promise<Webhook> {
  const where = { id: webhookId, projectId: access.projectId, deletedAt: null };
  await tx.$queryRaw`
    select id from webhook
    where id = ${webhookId} and project_id = ${access.projectId} and deleted_at is null
    for no key update`;
  const webhook = await tx.webhook.findFirst({ where });
  if (!webhook) throw new AppError("not_found");
  return webhook;
}
