import type { AttemptOutcome } from "@/lib/webhooks/attempt-outcome";
import { countDurations } from "@/lib/webhooks/duration-buckets";

type Counted = Pick<AttemptOutcome, "kind" | "fault" | "startedAt" | "statusCode" | "durationMs">;

/** What a batch of attempts adds to its webhook's days. */
export type DayCount = {
  /** UTC, `2026-11-25`. */
  day: string;
  delivered: number;
  failed: number;
  ours: number;
  durations: number[];
};

/** Attempts by the day (UTC) on which they began, oldest first. Durations are those of answers, whatever they said. */
export function countDays(outcomes: readonly Counted[]): DayCount[] {
  const dayOf = ({ startedAt }: Counted) => startedAt.toISOString().slice(0, 10);
  return [...new Set(outcomes.map(dayOf))].toSorted().map((day) => {
    const ofDay = outcomes.filter((outcome) => dayOf(outcome) === day);
    const failedBy = (whose: Counted["fault"]) =>
      ofDay.filter(({ kind, fault }) => kind === "failed" && fault === whose).length;
    return {
      day,
      delivered: ofDay.filter(({ kind }) => kind === "delivered").length,
      failed: failedBy("receiver"),
      ours: failedBy("ours"),
      durations: countDurations(
        ofDay.flatMap(({ statusCode, durationMs }) => (statusCode === null ? [] : [durationMs])),
      ),
    };
  });
}
