import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { addDurations, durationWithin } from "@/lib/webhooks/duration-buckets";

const DAYS = 30;
const DAY_MS = 86_400_000;

/** One day (UTC) of a webhook's attempts. */
export type WebhookDayStats = { day: string; delivered: number; failed: number; ours: number };

export type WebhookStats = {
  /** The last 30 days, the oldest first; days without attempts as well. */
  days: WebhookDayStats[];
  /** Attempts that were confirmed or failed by the receiver; faults of ours aside. */
  attempts: number;
  /** Share of them that were confirmed, 0 to 1; null without any. */
  successRate: number | null;
  /** Within this time 95 % of the answers came, in milliseconds; null without any. */
  p95Ms: number | null;
};

/** How a webhook has done in the last 30 days: thirty rows, however many attempts. @throws AppError `not_found` */
export async function getWebhookStats(
  access: Access,
  input: { webhookId: string },
  now = new Date(),
): Promise<WebhookStats> {
  const { projectId } = access;
  if ((await db.webhook.count({ where: { id: input.webhookId, projectId } })) === 0)
    throw new AppError("not_found");
  const today = new Date(now.toISOString().slice(0, 10)).getTime();
  const first = new Date(today - (DAYS - 1) * DAY_MS);
  const rows = await db.webhookDay.findMany({ where: { webhookId: input.webhookId, day: { gte: first } } });
  const byDay = new Map(rows.map((row) => [row.day.getTime(), row]));
  const days = Array.from({ length: DAYS }, (_, index) => {
    const at = first.getTime() + index * DAY_MS;
    const row = byDay.get(at);
    return {
      day: new Date(at).toISOString().slice(0, 10),
      delivered: row?.delivered ?? 0,
      failed: row?.failed ?? 0,
      ours: row?.ours ?? 0,
    };
  });
  const delivered = days.reduce((sum, day) => sum + day.delivered, 0);
  const attempts = delivered + days.reduce((sum, day) => sum + day.failed, 0);
  return {
    days,
    attempts,
    successRate: attempts === 0 ? null : delivered / attempts,
    p95Ms: durationWithin(addDurations(rows.map(({ durations }) => durations)), 0.95),
  };
}
