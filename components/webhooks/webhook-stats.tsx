"use client";

import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "@/components/ui/skeleton";
import { elapsedWords } from "@/lib/webhooks/delivery-words";
import type { WebhookDayStats } from "@/lib/webhooks/queries/get-webhook-stats";
import { webhookStatsQuery } from "@/lib/webhooks/query-options";
import { dayWords, rateWords } from "@/lib/webhooks/stats-words";

/** How a webhook has done in 30 days: two figures and a bar per day, which is a table to those who don't see it. */
export function WebhookStats({ slug, webhookId }: { slug: string; webhookId: string }) {
  const { data } = useQuery(webhookStatsQuery(slug, webhookId));
  if (!data) return <Skeleton className="mb-6 h-28" />;
  if (data.attempts === 0) return null;
  return (
    <section aria-labelledby="stats" className="mb-6 rounded-lg border bg-card p-4">
      <h2 id="stats" className="sr-only">
        Last 30 days
      </h2>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Figure
          label="Success rate"
          value={data.successRate === null ? "–" : rateWords(data.successRate)}
          detail={`of ${data.attempts.toLocaleString("en")} ${data.attempts === 1 ? "attempt" : "attempts"} in 30 days`}
        />
        <Figure
          label="Answered within"
          value={data.p95Ms === null ? "–" : elapsedWords(data.p95Ms)}
          detail="in 95 % of attempts (p95)"
        />
      </dl>
      <DayBars days={data.days} />
    </section>
  );
}

function Figure({ label, value, detail }: { label: string; value: string; detail: string }) {
  return (
    <div>
      <dt className="text-[0.8125rem] text-muted-foreground">{label}</dt>
      <dd className="text-lg font-semibold tabular-nums">
        {value} <span className="text-[0.8125rem] font-normal text-muted-foreground">{detail}</span>
      </dd>
    </div>
  );
}

function DayBars({ days }: { days: readonly WebhookDayStats[] }) {
  const most = Math.max(1, ...days.map(({ delivered, failed }) => delivered + failed));
  const height = (count: number) => (count === 0 ? "0" : `max(2px, ${(count / most) * 100}%)`);
  return (
    <>
      <div aria-hidden className="mt-4 flex h-16 items-end gap-0.5">
        {days.map((day) => (
          <div
            key={day.day}
            title={`${day.day} (UTC): ${dayWords(day)}`}
            className="flex h-full flex-1 flex-col justify-end border-b border-border"
          >
            <div className="bg-destructive" style={{ height: height(day.failed) }} />
            <div className="bg-success" style={{ height: height(day.delivered) }} />
          </div>
        ))}
      </div>
      <div aria-hidden className="mt-1 flex justify-between text-xs text-muted-foreground">
        <span>30 days ago</span>
        <span className="flex gap-3">
          <span className="inline-flex items-center gap-1">
            <span className="size-2 bg-success" /> delivered
          </span>
          <span className="inline-flex items-center gap-1">
            <span className="size-2 bg-destructive" /> failed
          </span>
        </span>
        <span>today</span>
      </div>
      <table className="sr-only">
        <caption>Attempts per day (UTC)</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Attempts</th>
          </tr>
        </thead>
        <tbody>
          {days
            .filter(({ delivered, failed, ours }) => delivered + failed + ours > 0)
            .map((day) => (
              <tr key={day.day}>
                <th scope="row">{day.day}</th>
                <td>{dayWords(day)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  );
}
