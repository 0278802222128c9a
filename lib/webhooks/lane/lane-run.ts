import { logger } from "@/lib/logger";
import { Bell } from "@/lib/webhooks/lane/bell";
import { endAllUnsent } from "@/lib/webhooks/lane/end-unsent";
import { FreshSettings } from "@/lib/webhooks/lane/fresh-settings";
import { LaneLease } from "@/lib/webhooks/lane/lane-lease";
import { isProbing, probeGaps } from "@/lib/webhooks/lane/lane-pace";
import { LaneQueue } from "@/lib/webhooks/lane/lane-queue";
import { LaneRecorder } from "@/lib/webhooks/lane/lane-recorder";
import { LaneReporter, type LaneReport } from "@/lib/webhooks/lane/lane-report";
import type { LaneSettings } from "@/lib/webhooks/lane/lane-settings";
import { LaneWire } from "@/lib/webhooks/lane/lane-wire";
import { noteRelease, shouldLinger } from "@/lib/webhooks/lane/lingering";
import { announceLaneReady, onLocalWake } from "@/lib/webhooks/lane/local-wakes";
import type { OpenedLane } from "@/lib/webhooks/lane/open-lane";
import { onlyProbe, planChains } from "@/lib/webhooks/lane/plan-chains";
import { releaseLane } from "@/lib/webhooks/lane/release-lane";
import type { LaneTools } from "@/lib/webhooks/lane/serve-lane";
import { takeDeliveries } from "@/lib/webhooks/lane/take-deliveries";
import { takeLimits } from "@/lib/webhooks/lane/take-limits";
import { turnOffWebhook } from "@/lib/webhooks/turn-off-webhook";
import { decideHealth } from "@/lib/webhooks/webhook-health";

const TICK_MS = 500;
const WRITE_AFTER_MS = 4;
const WRITE_AGAIN_AFTER_MS = 250;
const WRITE_SIZE = 40;
const TAKE_BELOW = 48;

/** One holder's time with a lane: a loop that is woken by whatever happens and then does what can be done. */
export class LaneRun {
  readonly #bell = new Bell();
  readonly #queue = new LaneQueue();
  readonly #report: LaneReporter;
  readonly #recorder: LaneRecorder;
  readonly #settings: FreshSettings;
  readonly #lease: LaneLease;
  readonly #wire: LaneWire;
  readonly #overAtMs: number;
  /** The lane's `wakes` at the last look. */
  #wakes = 0;
  #takesWithWork = 0;
  #wantsTake = true;
  #isTaking = false;
  /** The last look was for a probe only. */
  #tookForProbe = false;
  #isWriting = false;
  #writeAtMs = 0;
  #writeAgainAtMs = 0;
  #isKeepingBack = false;
  /** Off, deleted, or gone with its project: nothing more begins here. */
  #isClosed = false;
  #lingersUntilMs: number | null = null;

  constructor(
    private readonly webhookId: string,
    private readonly opened: OpenedLane,
    openedAtMs: number,
    private readonly tools: LaneTools,
  ) {
    const { timing, delaysSeconds, random, sender, runId } = tools;
    const { token, health, url, window, isCareful } = opened;
    const ring = () => this.#bell.ring();
    this.#overAtMs = openedAtMs + timing.budgetMs;
    this.#report = new LaneReporter(url);
    this.#recorder = new LaneRecorder(webhookId, token, health, delaysSeconds, random, runId, (ids) =>
      this.#queue.recorded(ids),
    );
    this.#settings = new FreshSettings(webhookId, token, timing.settingsAgeMaxMs, (read) =>
      this.#onSettings(read),
    );
    this.#lease = new LaneLease(webhookId, token, timing.leaseMs, openedAtMs, ring);
    this.#wire = new LaneWire(
      { queue: this.#queue, recorder: this.#recorder, settings: this.#settings, lease: this.#lease, sender },
      {
        onKeptBack: (settings) => void this.#keepBack(settings),
        onAttempt: (delivery, outcome, next) => {
          if (this.#recorder.size === 1) this.#writeAtMs = performance.now() + WRITE_AFTER_MS;
          this.#report.attempted(delivery, outcome, next);
        },
        onChange: ring,
      },
      window,
      isCareful,
    );
  }

  async serve(): Promise<LaneReport> {
    const ring = () => this.#bell.ring();
    const stopListening = onLocalWake(this.opened.projectId, () => {
      this.#wantsTake = true;
      ring();
    });
    this.tools.stopping.addEventListener("abort", ring);
    try {
      while (!(await this.#advance())) {
        const hasRung = await this.#bell.wait(this.#waitMs());
        // Should a hint get lost while a slow answer keeps the lane open, this finds what came.
        if (!hasRung && this.#wire.inFlight > 0) this.#wantsTake = true;
      }
    } finally {
      stopListening();
      this.tools.stopping.removeEventListener("abort", ring);
      this.#lease.stop();
    }
    return this.#report.finish(this.#recorder.unsentCount);
  }

  /** Does what can be done now. @returns true once the lane is handed back or lost */
  async #advance(): Promise<boolean> {
    if (this.#isOver()) this.#queue.clear();
    else if (!this.#isKeepingBack) this.#wire.beginAll();
    if (this.#recorder.size > 0 && !this.#isWriting && this.#isWriteDue()) void this.#write();
    if (this.#mayTake()) void this.#take();
    return this.#isQuiet() && this.#hasLingered() ? this.#handBack() : false;
  }

  #isOver(): boolean {
    return (
      this.#isClosed ||
      this.#lease.isLost ||
      this.#wire.isStopped ||
      this.tools.stopping.aborted ||
      performance.now() >= this.#overAtMs ||
      (this.#wire.failed > 0 && isProbing(this.#recorder.health.streak))
    );
  }

  #mayTake(): boolean {
    const isDrained = this.#queue.length === 0 && this.#wire.inFlight === 0;
    // The probe was answered: the lane works again.
    if (this.#tookForProbe && !isProbing(this.#recorder.health.streak)) this.#wantsTake = true;
    if (!this.#wantsTake || this.#isTaking || this.#isKeepingBack || this.#isOver()) return false;
    if (this.#wire.isCareful && this.#takesWithWork > 0) {
      if (!isDrained) return false;
      this.#wire.isCareful = false;
    }
    return this.#tookForProbe ? isDrained : this.#queue.length < TAKE_BELOW;
  }

  #isQuiet(): boolean {
    const isDone =
      this.#queue.length === 0 && this.#wire.inFlight === 0 && (!this.#wantsTake || this.#isOver());
    const isIdle = !this.#isTaking && !this.#isWriting && !this.#isKeepingBack;
    // A holder that has lost its lane leaves, even when the database wouldn't take its last outcomes.
    return isDone && isIdle && (this.#recorder.size === 0 || !this.#lease.isHeld);
  }

  #hasLingered(): boolean {
    const now = performance.now();
    if (this.#isOver() || !shouldLinger(this.webhookId, this.#takesWithWork)) return true;
    this.#lingersUntilMs ??= now + this.tools.timing.lingerMs;
    return now >= this.#lingersUntilMs;
  }

  #waitMs(): number {
    const now = performance.now();
    const writeAtMs = Math.max(this.#writeAtMs, this.#writeAgainAtMs);
    const untilMs =
      this.#recorder.size > 0 && !this.#isWriting ? writeAtMs : (this.#lingersUntilMs ?? now + TICK_MS);
    return Math.max(0, Math.min(untilMs - now, TICK_MS));
  }

  #isWriteDue(): boolean {
    const isDrained = this.#wire.inFlight === 0 && this.#queue.length === 0;
    const now = performance.now();
    if (now < this.#writeAgainAtMs) return false;
    return isDrained || this.#recorder.size >= WRITE_SIZE || now >= this.#writeAtMs;
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    try {
      this.#wire.adapt();
      await this.#recorder.write();
      this.#writeAtMs = performance.now() + WRITE_AFTER_MS;
      await this.#checkHealth();
    } catch (error) {
      logger.warn({ err: error, webhookId: this.webhookId }, "outcomes not recorded yet");
      this.#writeAgainAtMs = performance.now() + WRITE_AGAIN_AFTER_MS;
    }
    this.#isWriting = false;
    this.#bell.ring();
  }

  async #take(): Promise<void> {
    this.#isTaking = true;
    this.#wantsTake = false;
    this.#lingersUntilMs = null;
    this.#settings.get();
    const { streak } = this.#recorder.health;
    this.#tookForProbe = isProbing(streak);
    const limits = takeLimits({ streak, mayProbe: this.opened.mayProbe, isCareful: this.#wire.isCareful });
    const memory = this.#queue.snapshot();
    try {
      const taken = await takeDeliveries(this.webhookId, [...memory.knownIds], limits);
      const plan = planChains(taken.deliveries, memory);
      const chains = this.#tookForProbe ? onlyProbe(plan.chains) : plan.chains;
      this.#wakes = taken.wakes;
      this.#queue.add(chains);
      this.#recorder.defer(plan.deferrals);
      if (chains.length > 0) this.#takesWithWork += 1;
      this.#wantsTake ||= plan.isStale || (taken.hasMore && !this.#tookForProbe);
    } catch (error) {
      logger.warn({ err: error, webhookId: this.webhookId }, "nothing taken");
      this.#isClosed = true;
    }
    this.#isTaking = false;
    this.#bell.ring();
  }

  #onSettings(settings: LaneSettings | null): void {
    if (!settings) this.#isClosed = true;
    else if (!settings.isMine) this.#lease.lose();
    else this.#recorder.cleared(settings.episode);
    this.#bell.ring();
  }

  /** Off, deleted, or recorded before it was last switched on. */
  async #keepBack({ isDeleted, isOn, epoch }: LaneSettings): Promise<void> {
    this.#isKeepingBack = true;
    this.#queue.clear();
    try {
      this.#recorder.unsentCount += isDeleted
        ? await endAllUnsent(this.webhookId, { status: "canceled", reason: "webhook deleted" })
        : await endAllUnsent(this.webhookId, { status: "held", reason: null }, isOn ? epoch : undefined);
      this.#wantsTake = true;
    } catch (error) {
      logger.warn({ err: error, webhookId: this.webhookId }, "not kept back yet");
    }
    this.#isClosed ||= isDeleted || !isOn;
    this.#isKeepingBack = false;
    this.#bell.ring();
  }

  async #checkHealth(): Promise<void> {
    const decision = decideHealth(this.#recorder.health, this.tools.thresholds, new Date());
    this.#report.needsHealthCheck(decision.kind !== "keep");
    const { goneUrl } = this.#wire;
    if (goneUrl === null) return;
    await turnOffWebhook(this.webhookId, { reason: "gone", url: goneUrl });
    this.#settings.invalidate();
    this.#wire.goneUrl = null;
  }

  /** @returns false when something came that this holder should still see to */
  async #handBack(): Promise<boolean> {
    const { timing, delaysSeconds } = this.tools;
    const { streak } = this.#recorder.health;
    const isOver = this.#isOver();
    this.#report.lost();
    if (!this.#lease.isHeld) return true;
    if (this.#report.delivered > 0) await this.#recorder.saveHealth();
    const released = await releaseLane(this.webhookId, this.opened.token, {
      wakes: isOver ? null : this.#wakes,
      isCareful: isOver && this.#wire.isCareful,
      window: this.#wire.windowSize,
      isProbing: isProbing(streak),
      gaps: probeGaps(streak, delaysSeconds),
      alarmMinMs: timing.alarmMinMs,
      alarmSlackMs: timing.alarmSlackMs,
    });
    if (released?.kind === "kept") this.#wantsTake = true;
    if (released?.kind === "released") {
      this.#report.handedBack(released.alarmAt);
      if (released.readyInMs !== null) announceLaneReady(released.readyInMs);
    }
    noteRelease(this.webhookId);
    return released?.kind !== "kept";
  }
}
