import { formatExact } from "@/lib/dates";
import { htmlOf } from "@/lib/system-mails/html-of";
import type { SystemMailContent } from "@/lib/system-mails/queue-system-mail";
import { durationWords } from "@/lib/webhooks/moment-words";

export type WebhookNotice = {
  projectName: string;
  timeZone: string;
  /** The webhook's URL. */
  url: string;
  /** Where an admin sees and changes it. */
  settingsUrl: string;
  firstFailureAt: Date | null;
  failedAttempts: number;
  /** "500", "Certificate not trusted". */
  lastFailure: string | null;
  /** Deliveries that have not arrived: waiting while it is on, held once it is off. */
  undelivered: number;
  now: Date;
} & ({ kind: "failing"; turnsOffAt: Date | null } | { kind: "turned_off" } | { kind: "gone" });

/** What owners and admins read when a webhook keeps failing or was turned off. */
export function webhookNotice(notice: WebhookNotice): SystemMailContent {
  const { host } = new URL(notice.url);
  const paragraphs = [headline(notice), ...facts(notice), advice(notice), notice.settingsUrl];
  return {
    subject: `${subject(notice, host)} (${notice.projectName})`,
    text: `${paragraphs.join("\n\n")}\n`,
    html: htmlOf(paragraphs),
  };
}

function subject(notice: WebhookNotice, host: string): string {
  if (notice.kind === "failing") return `Your webhook to ${host} is failing`;
  return `Your webhook to ${host} was turned off`;
}

function headline(notice: WebhookNotice): string {
  const { url, firstFailureAt, now } = notice;
  const span = firstFailureAt ? ` for ${durationWords(now.getTime() - firstFailureAt.getTime())}` : "";
  if (notice.kind === "gone")
    return `${url} answered 410: it wants no more events. We turned this webhook off.`;
  if (notice.kind === "turned_off")
    return `Every attempt to ${url} has failed${span}. We turned this webhook off.`;
  return `Every attempt to ${url} has failed${span}.`;
}

function facts({ failedAttempts, lastFailure, firstFailureAt, timeZone }: WebhookNotice): string[] {
  if (!firstFailureAt) return [];
  const attempts = failedAttempts === 1 ? "1 failed attempt" : `${failedAttempts} failed attempts`;
  const last = lastFailure ? `, the last with: ${lastFailure}` : "";
  return [`${attempts} since ${formatExact(firstFailureAt, timeZone)}${last}.`];
}

function advice(notice: WebhookNotice): string {
  const count = notice.undelivered === 1 ? "1 event has" : `${notice.undelivered} events have`;
  const kept =
    notice.undelivered > 0
      ? `${count} not arrived and ${notice.undelivered === 1 ? "is" : "are"} kept. `
      : "";
  if (notice.kind !== "failing") {
    return `${kept}Nothing is sent while it is off. Once the receiver works again, turn the webhook on; you can then send what happened meanwhile.`;
  }
  const deadline = notice.turnsOffAt
    ? `If nothing succeeds, it is turned off on ${formatExact(notice.turnsOffAt, notice.timeZone)}.`
    : "";
  return `${kept}We keep trying. ${deadline}`.trim();
}
