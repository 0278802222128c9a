import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { checkTargetAtSave } from "@/lib/webhooks/check-target-at-save";
import { addSecret, type MadeSecret } from "@/lib/webhooks/commands/add-secret";
import { SLOW_TRANSACTION } from "@/lib/webhooks/commands/slow-transaction";
import type { EventType } from "@/lib/webhooks/event-catalog";
import { WEBHOOKS_MAX } from "@/lib/webhooks/schema";

/**
 * Creates a webhook that is on. It receives all events, also of types added later, unless `eventTypes` says which.
 * @param input `url` as stored (see the schema).
 * @returns its id and signing secret, which is shown once more at any time.
 * @throws AppError `invalid` on `url` for an address that can't be reached; `webhook_limit` for the 51st of a project.
 */
export async function createWebhook(
  access: Access,
  input: { url: string; eventTypes?: EventType[] | null },
): Promise<MadeSecret & { id: string }> {
  await checkTargetAtSave(input.url);
  const id = newId("whk");
  const made = await db.$transaction(async (tx) => {
    // Creates of one project wait for each other here, so that two can't both count 49.
    await tx.$queryRaw`select id from project where id = ${access.projectId} for no key update`;
    const present = await tx.webhook.count({ where: { projectId: access.projectId, deletedAt: null } });
    if (present >= WEBHOOKS_MAX) throw new AppError("webhook_limit");
    await tx.webhook.create({
      data: {
        id,
        projectId: access.projectId,
        url: input.url,
        allEventTypes: !input.eventTypes,
        eventTypes: input.eventTypes ?? [],
        createdById: access.userId,
        lane: { create: {} },
      },
    });
    await recordAudit(tx, access, {
      action: "webhook.created",
      target: { id, name: input.url },
      after: { url: input.url, events: input.eventTypes?.join(", ") ?? "all" },
    });
    return addSecret(tx, id);
  }, SLOW_TRANSACTION);
  return { id, ...made };
}
