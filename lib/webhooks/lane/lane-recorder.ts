import { countAttempt } from "@/lib/webhooks/attempt-counts";
import type { AttemptOutcome } from "@/lib/webhooks/attempt-outcome";
import { clearedHealth, countOutcome, type LaneHealth } from "@/lib/webhooks/lane/count-health";
import { deferDeliveries, pullFollowers } from "@/lib/webhooks/lane/defer-deliveries";
import { endUnsent, type UnsentEnd } from "@/lib/webhooks/lane/end-unsent";
import type { LaneDelivery } from "@/lib/webhooks/lane/lane-delivery";
import { type NextState, nextState } from "@/lib/webhooks/lane/next-state";
import { saveHealth } from "@/lib/webhooks/lane/open-lane";
import type { Deferral } from "@/lib/webhooks/lane/plan-chains";
import { type EndedAttempt, recordOutcomes } from "@/lib/webhooks/lane/record-outcomes";

export type Attempted = {
  delivery: LaneDelivery;
  url: string;
  outcome: AttemptOutcome;
  /** The lane's episode when the request began. */
  episode: number;
};

type Unsent = { id: string; resourceId: string; end: UnsentEnd };

const BATCH_MAX = 100;

/** Collects what happened to a lane's deliveries and writes it in bulk, in the order in which it happened. */
export class LaneRecorder {
  #attempts: EndedAttempt[] = [];
  #unsent: Unsent[] = [];
  #deferrals: Deferral[] = [];
  readonly #unblocked = new Set<string>();
  #isHealthSaved = true;
  /** Deliveries that ended or were kept back without being sent. */
  unsentCount = 0;

  constructor(
    private readonly webhookId: string,
    private readonly token: string,
    private current: LaneHealth,
    private readonly delaysSeconds: readonly number[],
    private readonly random: () => number,
    private readonly runId: string | null,
    private readonly onRecorded: (ids: readonly string[]) => void,
  ) {}

  get health(): LaneHealth {
    return this.current;
  }

  /** How much waits to be written. */
  get size(): number {
    return this.#attempts.length + this.#unsent.length + this.#deferrals.length;
  }

  /** A person has cleared the counters. */
  cleared(episode: number): void {
    if (episode <= this.current.episode) return;
    this.current = { ...clearedHealth(this.current, episode), lastSuccessAt: null };
  }

  attempted({ delivery, url, outcome, episode }: Attempted): NextState {
    countAttempt(outcome);
    const next = nextState(delivery, outcome, this.delaysSeconds, this.random());
    const isDelivered = outcome.kind === "delivered";
    const counted = countOutcome(this.current, {
      at: new Date(outcome.startedAt.getTime() + outcome.durationMs),
      isDelivered,
      isOurFault: outcome.fault === "ours",
      episode,
      failedEpisode: delivery.failedEpisode,
      failure: outcome.statusCode === null ? (outcome.error?.sentence ?? null) : String(outcome.statusCode),
    });
    // A steady stream of successes changes the row once per run, at its end.
    if (counted.health.streak !== 0 || this.current.streak !== 0) this.#isHealthSaved = false;
    this.current = counted.health;
    const failedEpisode = counted.isEventCounted ? this.current.episode : null;
    this.#attempts.push({ delivery, url, outcome, next, failedEpisode });
    const heldBack = isDelivered ? delivery.attempts > 0 : next.status === "failed" || isReleasedNow(next);
    if (heldBack && delivery.prio >= 0) this.#unblocked.add(delivery.resourceId);
    return next;
  }

  unsent(delivery: LaneDelivery, end: UnsentEnd): void {
    this.unsentCount += 1;
    this.#unsent.push({ id: delivery.id, resourceId: delivery.resourceId, end });
    if (delivery.attempts > 0) this.#unblocked.add(delivery.resourceId);
  }

  defer(deferrals: readonly Deferral[]): void {
    this.#deferrals.push(...deferrals);
  }

  /** Writes what has come together. What fails to be written is kept for the next call. */
  async write(): Promise<void> {
    const attempts = this.#attempts.slice(0, BATCH_MAX);
    const unsent = this.#unsent.slice(0, BATCH_MAX);
    const deferrals = this.#attempts.length > BATCH_MAX ? [] : [...this.#deferrals];
    const unblocked = [...this.#unblocked];
    if (attempts.length > 0) await recordOutcomes(this.webhookId, this.token, attempts, this.runId);
    this.#attempts = this.#attempts.slice(attempts.length);
    this.onRecorded(attempts.map(({ delivery }) => delivery.id));
    for (const [end, ids] of groupByEnd(unsent)) await endUnsent(ids, end);
    this.#unsent = this.#unsent.slice(unsent.length);
    this.onRecorded(unsent.map(({ id }) => id));
    await deferDeliveries(deferrals);
    this.#deferrals = this.#deferrals.slice(deferrals.length);
    await pullFollowers(this.webhookId, unblocked);
    for (const resourceId of unblocked) this.#unblocked.delete(resourceId);
    if (!this.#isHealthSaved) await this.saveHealth();
  }

  async saveHealth(): Promise<void> {
    const { current } = this;
    await saveHealth(this.webhookId, this.token, current);
    if (current === this.current) this.#isHealthSaved = true;
  }
}

function isReleasedNow(next: NextState): boolean {
  return next.status === "waiting" && next.isReleased;
}

function groupByEnd(unsent: readonly Unsent[]): Map<UnsentEnd, string[]> {
  const groups = new Map<string, { end: UnsentEnd; ids: string[] }>();
  for (const { id, end } of unsent) {
    const key = `${end.status} ${end.reason}`;
    const group = groups.get(key);
    if (group) group.ids.push(id);
    else groups.set(key, { end, ids: [id] });
  }
  return new Map([...groups.values()].map(({ end, ids }) => [end, ids]));
}
