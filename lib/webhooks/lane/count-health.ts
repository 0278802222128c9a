import type { HealthCounters } from "@/lib/webhooks/webhook-health";

/** A lane's counters, as its holder keeps them while it works. */
export type LaneHealth = HealthCounters & {
  /** Failures in a row, ours included: the pace. */
  streak: number;
  /** Raised whenever the counters are cleared. */
  episode: number;
  lastFailure: string | null;
};

export type CountedOutcome = {
  at: Date;
  isDelivered: boolean;
  isOurFault: boolean;
  /** The lane's episode when the request began. */
  episode: number;
  /** The episode in which this delivery was last counted. */
  failedEpisode: number | null;
  /** "500" or "Certificate not trusted"; null when delivered. */
  failure: string | null;
};

export function isFailing(health: Pick<LaneHealth, "firstFailureAt">): boolean {
  return health.firstFailureAt !== null;
}

/** The counters after the webhook succeeded, or after a person changed what they were about. */
export function clearedHealth(health: LaneHealth, episode: number): LaneHealth {
  return {
    ...health,
    episode,
    streak: 0,
    firstFailureAt: null,
    lastFailureAt: null,
    lastFailure: null,
    failedAttempts: 0,
    failedEvents: 0,
    noticedHours: 0,
  };
}

/**
 * Counts one more outcome, in the order in which they ended. A success ends the failing time; faults of ours and late
 * failures of an earlier episode don't count.
 * @returns the counters, and whether the delivery is now counted in the present episode
 */
export function countOutcome(
  health: LaneHealth,
  outcome: CountedOutcome,
): { health: LaneHealth; isEventCounted: boolean } {
  if (outcome.isDelivered) {
    const cleared = isFailing(health) ? clearedHealth(health, health.episode + 1) : health;
    return { health: { ...cleared, streak: 0, lastSuccessAt: outcome.at }, isEventCounted: false };
  }
  const streak = health.streak + 1;
  if (outcome.isOurFault || outcome.episode !== health.episode) {
    return { health: { ...health, streak }, isEventCounted: false };
  }
  const isNewEvent = outcome.failedEpisode !== health.episode;
  return {
    health: {
      ...health,
      streak,
      firstFailureAt: health.firstFailureAt ?? outcome.at,
      lastFailureAt: outcome.at,
      lastFailure: outcome.failure,
      failedAttempts: health.failedAttempts + 1,
      failedEvents: health.failedEvents + (isNewEvent ? 1 : 0),
    },
    isEventCounted: true,
  };
}
