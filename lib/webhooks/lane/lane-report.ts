import type { AttemptOutcome } from "@/lib/webhooks/attempt-outcome";
import type { LaneDelivery } from "@/lib/webhooks/lane/lane-delivery";
import type { NextState } from "@/lib/webhooks/lane/next-state";

/** One attempt as the run's output shows it: never a payload, a secret or a person. */
export type ReportedAttempt = {
  deliveryId: string;
  eventType: string;
  resourceId: string;
  attempt: number;
  status: number | null;
  durationMs: number;
  error: string | null;
  nextAttemptAt: string | null;
};

/** What one run did with a lane: small, and readable in a dashboard. */
export type LaneReport = {
  /** stale: the wake came twice or too late. lost: another run took the lane over. */
  result: "served" | "stale" | "lost";
  host: string | null;
  delivered: number;
  failed: number;
  /** Held or canceled by the settings. */
  unsent: number;
  /** The first of them. */
  attempts: ReportedAttempt[];
  /** When this run is to wake the lane again; null when it needn't. */
  wakeAt: string | null;
  /** True when the failing has lasted long enough for a notice or for turning the webhook off. */
  needsHealthCheck: boolean;
};

const REPORTED_ATTEMPTS_MAX = 100;

/** The report of a run that did nothing. */
export const emptyReport = (result: LaneReport["result"]): LaneReport => ({
  result,
  host: null,
  delivered: 0,
  failed: 0,
  unsent: 0,
  attempts: [],
  wakeAt: null,
  needsHealthCheck: false,
});

/** Writes a run's report while it goes on. */
export class LaneReporter {
  readonly #report = emptyReport("served");

  constructor(url: string) {
    this.#report.host = URL.canParse(url) ? new URL(url).host : null;
  }

  get delivered(): number {
    return this.#report.delivered;
  }

  attempted(delivery: LaneDelivery, outcome: AttemptOutcome, next: NextState): void {
    const report = this.#report;
    if (next.status === "delivered") report.delivered += 1;
    else report.failed += 1;
    if (report.attempts.length >= REPORTED_ATTEMPTS_MAX) return;
    report.attempts.push({
      deliveryId: `dlv_${delivery.id}`,
      eventType: delivery.eventType,
      resourceId: delivery.resourceId,
      attempt: delivery.attempts + 1,
      status: outcome.statusCode,
      durationMs: Math.round(outcome.durationMs),
      error: outcome.error?.sentence ?? null,
      nextAttemptAt: next.status === "waiting" ? new Date(Date.now() + next.dueInMs).toISOString() : null,
    });
  }

  needsHealthCheck(isNeeded: boolean): void {
    this.#report.needsHealthCheck = isNeeded;
  }

  lost(): void {
    this.#report.result = "lost";
  }

  handedBack(wakeAt: Date | null): void {
    this.#report.result = "served";
    this.#report.wakeAt = wakeAt?.toISOString() ?? null;
  }

  finish(unsent: number): LaneReport {
    return { ...this.#report, unsent };
  }
}
