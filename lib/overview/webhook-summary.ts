type WebhookState = {
  isOn: boolean;
  lane: { firstFailureAt: Date | null; lastSuccessAt: Date | null } | null;
};

export type WebhookSummary = { tone: "neutral" | "success" | "danger"; text: string };

/** The health of all webhooks of a project in words: the worst first, nothing that isn't so. */
export function summarizeWebhooks(webhooks: readonly WebhookState[]): WebhookSummary {
  if (webhooks.length === 0) return { tone: "neutral", text: "No webhook yet" };
  const on = webhooks.filter((webhook) => webhook.isOn);
  const failing = on.filter((webhook) => webhook.lane?.firstFailureAt).length;
  const working = on.filter((webhook) => !webhook.lane?.firstFailureAt && webhook.lane?.lastSuccessAt).length;
  const waiting = on.length - failing - working;
  const off = webhooks.length - on.length;
  const parts = [
    failing > 0 && `${failing} failing`,
    working > 0 && `${working} working`,
    waiting > 0 && `${waiting} waiting for an event`,
    off > 0 && `${off} off`,
  ].filter(Boolean);
  return { tone: failing > 0 ? "danger" : working > 0 ? "success" : "neutral", text: parts.join(", ") };
}
