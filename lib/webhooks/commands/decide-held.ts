import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import type { Tx } from "@/lib/db/client";
import type { Webhook } from "@/lib/db/generated/client";
import type { PauseDecision } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import { lockWebhook } from "@/lib/webhooks/commands/lock-webhook";
import { deliverMissed } from "@/lib/webhooks/missed-events";

/**
 * Decides about everything that a webhook missed, in all its off times that nobody has decided about yet.
 * @param settleHeld what becomes of the deliveries that were pending when it went off
 * @returns how many events it was about; 0 when somebody else has decided already
 * @throws AppError `not_found`; `webhook_is_off`.
 */
export async function decideHeld(
  tx: Tx,
  access: Access,
  webhookId: string,
  decision: PauseDecision,
  settleHeld: (webhook: Webhook) => Promise<number>,
): Promise<number> {
  const webhook = await lockWebhook(tx, access, webhookId);
  if (!webhook.isOn) throw new AppError("webhook_is_off");
  const pauses = await tx.webhookPause.findMany({
    where: { webhookId, decision: null },
    orderBy: { offAt: "asc" },
  });
  const [first] = pauses;
  if (!first) return 0;
  await tx.webhookPause.updateMany({
    where: { id: { in: pauses.map(({ id }) => id) } },
    data: { decision, decidedAt: new Date() },
  });
  await recordAudit(tx, access, {
    action: decision === "send" ? "webhook.held_sent" : "webhook.held_skipped",
    target: { id: webhook.id, name: webhook.url },
  });
  const held = await settleHeld(webhook);
  const off = { since: first.offAt, until: new Date() };
  return held + (await deliverMissed(tx, webhookId, decision, off));
}
