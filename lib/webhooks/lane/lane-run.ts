import { logger } from "@/lib/logger";
import { Bell } from "@/lib/webhooks/lane/bell";
import { FreshSettings } from "@/lib/webhooks/lane/fresh-settings";
import { keepBack } from "@/lib/webhooks/lane/keep-back";
import { LaneLease } from "@/lib/webhooks/lane/lane-lease";
import { isProbing, probeGaps } from "@/lib/webhooks/lane/lane-pace";
import { LaneQueue } from "@/lib/webhooks/lane/lane-queue";
import { LaneRecorder } from "@/lib/webhooks/lane/lane-recorder";
import { LaneRhythm } from "@/lib/webhooks/lane/lane-rhythm";
import { LaneReporter, type LaneReport } from "@/lib/webhooks/lane/lane-report";
import type { LaneSettings } from "@/lib/webhooks/lane/lane-settings";
import { LaneTaker } from "@/lib/webhooks/lane/lane-taker";
import { LaneWire } from "@/lib/webhooks/lane/lane-wire";
import { Lingering, noteRelease } from "@/lib/webhooks/lane/lingering";
import { announceLaneReady, onLocalWake } from "@/lib/webhooks/lane/local-wakes";
import type { OpenedLane } from "@/lib/webhooks/lane/open-lane";
import { releaseLane } from "@/lib/webhooks/lane/release-lane";
import type { LaneTools } from "@/lib/webhooks/lane/serve-lane";
import { turnOffWebhook } from "@/lib/webhooks/turn-off-webhook";
import { decideHealth } from "@/lib/webhooks/webhook-health";

const TICK_MS = 500;

/** One holder's time with a lane: a loop that is woken by whatever happens and then does what can be done. */
export class LaneRun {
  readonly #bell = new Bell();
  readonly #rhythm = new LaneRhythm();
  readonly #queue = new LaneQueue();
  readonly #report: LaneReporter;
  readonly #recorder: LaneRecorder;
  readonly #settings: FreshSettings;
  readonly #lease: LaneLease;
  readonly #wire: LaneWire;
  readonly #overAtMs: number;
  readonly #taker: LaneTaker;
  readonly #lingering: Lingering;
  /** Of the settings on which the lane works; what was taken before they changed is dropped. */
  #configVersion: number;
  #isWriting = false;
  #isKeepingBack = false;
  /** Off, deleted, or gone with its project: nothing more begins here. */
  #isClosed = false;

  constructor(
    private readonly webhookId: string,
    private readonly opened: OpenedLane,
    openedAtMs: number,
    private readonly tools: LaneTools,
  ) {
    const { timing, delaysSeconds, random, sender, runId } = tools;
    const { token, health, url, window, isCareful } = opened;
    this.#configVersion = opened.configVersion;
    const ring = () => this.#bell.ring();
    this.#overAtMs = openedAtMs + timing.budgetMs;
    this.#lingering = new Lingering(webhookId, timing.lingerMs);
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
          if (this.#recorder.size === 1) this.#rhythm.startGathering();
          this.#report.attempted(delivery, outcome, next);
        },
        onChange: ring,
      },
      window,
      isCareful,
    );
    this.#taker = new LaneTaker(webhookId, {
      queue: this.#queue,
      recorder: this.#recorder,
      wire: this.#wire,
      rhythm: this.#rhythm,
    });
  }

  async serve(): Promise<LaneReport> {
    const ring = () => this.#bell.ring();
    const stopListening = onLocalWake(this.opened.projectId, () => {
      this.#taker.lookAgain();
      ring();
    });
    this.tools.stopping.addEventListener("abort", ring);
    try {
      while (!(await this.#advance())) {
        const hasRung = await this.#bell.wait(this.#waitMs());
        // Should a hint get lost while a slow answer keeps the lane open, this finds what came.
        if (!hasRung && this.#wire.inFlight > 0) this.#taker.lookAgain();
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
    if (!this.#isKeepingBack && !this.#isOver() && this.#taker.mayTake()) void this.#take();
    return this.#isQuiet() && this.#mayLeave() ? this.#handBack() : false;
  }

  #isOver(): boolean {
    return (
      this.#isClosed ||
      this.#lease.isLost ||
      this.#wire.isStopped ||
      this.#wire.restMs > 0 ||
      this.tools.stopping.aborted ||
      performance.now() >= this.#overAtMs ||
      (this.#wire.failed > 0 && isProbing(this.#recorder.health.streak))
    );
  }

  /** Any success ends a rest. */
  get #mayProbe(): boolean {
    return this.opened.mayProbe || this.#report.delivered > 0;
  }

  #isQuiet(): boolean {
    const isDone =
      this.#queue.length === 0 && this.#wire.inFlight === 0 && (!this.#taker.wants || this.#isOver());
    const isIdle = !this.#taker.isTaking && !this.#isWriting && !this.#isKeepingBack;
    // A holder that has lost its lane leaves, even when the database wouldn't take its last outcomes.
    return isDone && isIdle && (this.#recorder.size === 0 || !this.#lease.isHeld);
  }

  #mayLeave(): boolean {
    return this.#isOver() || this.#lingering.isOver(this.#taker.takesWithWork);
  }

  #waitMs(): number {
    const { takeInMs, writeInMs } = this.#rhythm;
    const untilMs =
      this.#recorder.size > 0 && !this.#isWriting ? writeInMs : (this.#lingering.leftMs ?? TICK_MS);
    const untilTakeMs = this.#taker.wants && takeInMs > 0 ? takeInMs : TICK_MS;
    return Math.max(0, Math.min(untilMs, untilTakeMs, TICK_MS));
  }

  #isWriteDue(): boolean {
    const isDrained = this.#wire.inFlight === 0 && this.#queue.length === 0;
    // Whoever has lost the lane leaves as soon as all has ended, so what it knows is written first.
    const isLast = isDrained && !this.#lease.isHeld;
    return this.#rhythm.isWriteDue(this.#recorder.size, isDrained, isLast);
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    try {
      this.#wire.adapt();
      await this.#recorder.write();
      this.#rhythm.startGathering();
      await this.#checkHealth();
    } catch (error) {
      logger.warn({ err: error, webhookId: this.webhookId }, "outcomes not recorded yet");
      this.#rhythm.failedToWrite();
    }
    this.#isWriting = false;
    this.#bell.ring();
  }

  async #take(): Promise<void> {
    this.#lingering.interrupt();
    this.#settings.get();
    try {
      await this.#taker.take(this.#mayProbe);
    } catch (error) {
      logger.warn({ err: error, webhookId: this.webhookId }, "nothing taken");
      this.#isClosed = true;
    }
    this.#bell.ring();
  }

  #onSettings(settings: LaneSettings | null): void {
    if (!settings?.isMine) this.#lease.lose();
    else {
      this.#recorder.cleared(settings.episode);
      if (settings.configVersion !== this.#configVersion) {
        this.#configVersion = settings.configVersion;
        this.#taker.startOver();
      }
    }
    this.#bell.ring();
  }

  /** Off, deleted, or recorded before it was last switched on. */
  async #keepBack(settings: LaneSettings): Promise<void> {
    this.#isKeepingBack = true;
    this.#queue.clear();
    try {
      this.#recorder.unsentCount += await keepBack(this.webhookId, settings);
      this.#taker.lookAgain();
    } catch (error) {
      logger.warn({ err: error, webhookId: this.webhookId }, "not kept back yet");
    }
    this.#isClosed ||= settings.isDeleted || !settings.isOn;
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
      wakes: isOver ? null : this.#taker.wakes,
      isCareful: isOver && this.#wire.isCareful,
      window: this.#wire.windowSize,
      isProbing: isProbing(streak),
      restMs: this.#wire.restMs,
      keepsResting: !this.#mayProbe,
      gaps: probeGaps(streak, delaysSeconds),
      alarmMinMs: timing.alarmMinMs,
      alarmSlackMs: timing.alarmSlackMs,
    });
    if (released?.kind === "kept") this.#taker.lookAgain();
    if (released?.kind === "released") {
      this.#report.handedBack(released.alarmAt);
      if (released.readyInMs !== null) announceLaneReady(released.readyInMs);
    }
    noteRelease(this.webhookId);
    return released?.kind !== "kept";
  }
}
