import type { Access } from "@/lib/auth/access";
import { checkTargetAtSave } from "@/lib/webhooks/check-target-at-save";
import { clearHealth } from "@/lib/webhooks/commands/clear-health";
import { editInTransaction } from "@/lib/webhooks/commands/edit-webhook";
import { keepBackPending } from "@/lib/webhooks/commands/keep-back-pending";
import { lockWebhook } from "@/lib/webhooks/commands/lock-webhook";
import { sendHeld } from "@/lib/webhooks/commands/replay-held";
import { settleLane } from "@/lib/webhooks/commands/settle-lane";
import { dropHeld } from "@/lib/webhooks/commands/skip-held";
import { SLOW_TRANSACTION } from "@/lib/webhooks/commands/slow-transaction";
import { switchInTransaction } from "@/lib/webhooks/commands/switch-webhook";
import type { EditWebhookInput } from "@/lib/webhooks/schema";
import { wakeAfterCommit, withEvents } from "@/lib/webhooks/with-events";

export type WebhookPatch = EditWebhookInput & {
  isOn?: boolean | undefined;
  /** What becomes of the events that happened while it was off. */
  held?: "send" | "skip" | undefined;
};

/**
 * Changes a webhook's settings, then its switch, then decides about what it missed, each as far as it is given: all of it
 * in one transaction, or nothing.
 * @throws AppError `not_found`; `invalid` on `url`; `webhook_is_off` for a decision about one that is off afterwards
 */
export async function patchWebhook(access: Access, patch: WebhookPatch): Promise<void> {
  const { webhookId, url, events, isOn, held } = patch;
  if (url !== undefined) await checkTargetAtSave(url);
  await withEvents(async (tx) => {
    await lockWebhook(tx, access, webhookId);
    wakeAfterCommit(tx, access.projectId);
    const isEdited = url !== undefined || events !== undefined;
    const { isUrlNew } = isEdited ? await editInTransaction(tx, access, patch) : { isUrlNew: false };
    const isSwitched = isOn !== undefined && (await switchInTransaction(tx, access, { webhookId, isOn }));
    if (held === "send") await sendHeld(tx, access, webhookId);
    if (held === "skip") await dropHeld(tx, access, webhookId);
    if (isUrlNew || (isSwitched && isOn)) await clearHealth(tx, webhookId);
  }, SLOW_TRANSACTION);
  await settleLane(webhookId);
  if (isOn === false) await keepBackPending({ webhookId, projectId: access.projectId });
}
