import { endAllUnsent, holdAllUnsent } from "@/lib/webhooks/lane/end-unsent";
import type { LaneSettings } from "@/lib/webhooks/lane/lane-settings";

/**
 * Holds what waits for a webhook that is off, ends what waits for a deleted one or is held for it, and holds what was
 * recorded before one was last switched on: somebody is to decide about that. The settings may be old: what is recorded
 * once it is on again is left alone.
 * @returns how many
 */
export function keepBack(
  webhookId: string,
  { isDeleted, isOn, epoch }: Pick<LaneSettings, "isDeleted" | "isOn" | "epoch">,
): Promise<number> {
  if (isDeleted) return endAllUnsent(webhookId, { status: "canceled", reason: "webhook deleted" });
  return holdAllUnsent(webhookId, isOn ? epoch : epoch + 1);
}
