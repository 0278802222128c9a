import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { lockWebhook } from "@/lib/webhooks/commands/lock-webhook";
import { SLOW_TRANSACTION } from "@/lib/webhooks/commands/slow-transaction";
import { countSelected, selectionOf } from "@/lib/webhooks/queries/count-replay";
import type { ReplayInput } from "@/lib/webhooks/replay-schema";
import { requestReplay } from "@/lib/webhooks/request-replay";

/**
 * Sends events of a time once more to their webhook: after everything new, by the present URL, with the same event ids.
 * Returns at once; deliveries are recorded in batches by the function run-replay.
 * @returns the replay's id and how many events it is about
 * @throws AppError `not_found`; `webhook_is_off`; `replay_running`; `replay_empty`; `replay_too_large`
 */
export async function startReplay(
  access: Access,
  input: ReplayInput,
): Promise<{ id: string; events: number }> {
  const id = newId("rpl");
  const { events, url } = await db.$transaction(async (tx) => {
    const webhook = await lockWebhook(tx, access, input.webhookId);
    if (!webhook.isOn) throw new AppError("webhook_is_off");
    if ((await tx.replay.count({ where: { webhookId: webhook.id, status: "running" } })) > 0)
      throw new AppError("replay_running");
    const selection = selectionOf(input);
    const total = await countSelected(tx, selection);
    if (total === 0) throw new AppError("replay_empty");
    await tx.replay.create({
      data: {
        id,
        projectId: access.projectId,
        ...selection,
        statuses: [...selection.statuses],
        eventTypes: [...selection.eventTypes],
        total,
        createdByName: access.userName,
      },
    });
    await recordAudit(tx, access, {
      action: "webhook.replay_started",
      target: { id: webhook.id, name: webhook.url },
      after: {
        events: total,
        statuses: selection.statuses,
        types: selection.eventTypes.length > 0 ? selection.eventTypes : "all",
        from: selection.fromAt.toISOString(),
        until: selection.untilAt.toISOString(),
      },
    });
    return { events: total, url: webhook.url };
  }, SLOW_TRANSACTION);
  await requestReplay({ id, webhookId: input.webhookId, url });
  return { id, events };
}
