import { healthWords, type HealthFacts } from "@/lib/webhooks/health-words";
import type { Reader } from "@/lib/webhooks/moment-words";

/** The banner about webhooks that need somebody: one by its host, several by their number. Null when none does. */
export function troubleWords(
  webhooks: readonly { url: string; health: HealthFacts }[],
  reader: Reader,
): { tone: "warning" | "danger"; title: string; text: string } | null {
  const [first] = webhooks;
  if (!first) return null;
  const off = webhooks.filter(({ health }) => !health.isOn).length;
  const tone = off > 0 ? "danger" : "warning";
  if (webhooks.length === 1) {
    const title = `The webhook to ${new URL(first.url).host} ${off > 0 ? "is off" : "is failing"}`;
    return { tone, title, text: healthWords(first.health, reader).text };
  }
  const failing = webhooks.length - off;
  const parts = [off > 0 && `${off} turned off by us`, failing > 0 && `${failing} failing`].filter(Boolean);
  return { tone, title: `${webhooks.length} webhooks need you`, text: `${parts.join(", ")}.` };
}
