import type { AttemptOutcome, WebhookSender } from "@/lib/webhooks/attempt-outcome";
import type { FreshSettings } from "@/lib/webhooks/lane/fresh-settings";
import { judgeDelivery } from "@/lib/webhooks/lane/judge-delivery";
import type { LaneDelivery } from "@/lib/webhooks/lane/lane-delivery";
import type { LaneLease } from "@/lib/webhooks/lane/lane-lease";
import { isProbing, nextWindow, restAfter, WINDOW_START } from "@/lib/webhooks/lane/lane-pace";
import type { LaneQueue } from "@/lib/webhooks/lane/lane-queue";
import type { LaneRecorder } from "@/lib/webhooks/lane/lane-recorder";
import type { LaneSettings } from "@/lib/webhooks/lane/lane-settings";
import { markSuspect } from "@/lib/webhooks/lane/mark-suspect";
import type { NextState } from "@/lib/webhooks/lane/next-state";
import { unsignedOutcome } from "@/lib/webhooks/lane/unsigned-outcome";

export type WireParts = {
  queue: LaneQueue;
  recorder: LaneRecorder;
  settings: FreshSettings;
  lease: LaneLease;
  sender: WebhookSender;
};

export type WireEvents = {
  /** The settings keep back what waits; nothing more begins until the lane has dealt with it. */
  onKeptBack(settings: LaneSettings): void;
  onAttempt(delivery: LaneDelivery, outcome: AttemptOutcome, next: NextState): void;
  /** Something ended: more may begin. */
  onChange(): void;
};

/** The requests of one lane: at most `window` in flight, each begun on fresh settings and under a lease that holds. */
export class LaneWire {
  #inFlight = 0;
  #sinceAdapted = { delivered: 0, failed: 0 };
  #suspect: { id: string; isMarked: boolean } | null = null;
  /** Failed attempts of this run. */
  failed = 0;
  /** The process is about to end. */
  isStopped = false;
  /** How long the receiver asks us to leave it alone; nothing more begins in this run then. */
  restMs = 0;
  /** The URL that answered 410; nothing more begins until the webhook is off. */
  goneUrl: string | null = null;

  constructor(
    private readonly parts: WireParts,
    private readonly events: WireEvents,
    private window: number,
    public isCareful: boolean,
  ) {}

  get inFlight(): number {
    return this.#inFlight;
  }

  get windowSize(): number {
    return this.window;
  }

  /** Begins what may begin now. */
  beginAll(): void {
    const { queue, settings, lease } = this.parts;
    for (;;) {
      const delivery = queue.peek();
      if (!delivery || this.goneUrl !== null || this.restMs > 0 || this.#inFlight >= this.#places()) return;
      const present = settings.get();
      if (!present?.isMine || !lease.isHeld) return;
      const verdict = judgeDelivery(delivery, present);
      if (verdict.kind === "hold" || present.isDeleted) {
        this.events.onKeptBack(present);
        return;
      }
      if (verdict.kind === "send") {
        if (this.isCareful && !this.#isMarked(delivery)) return;
        queue.begin();
        void this.#send(delivery, present);
      } else {
        const status = verdict.kind === "cancel" ? "canceled" : "failed";
        queue.begin();
        this.parts.recorder.unsent(delivery, { status, reason: verdict.reason });
        queue.ended(delivery, true);
      }
    }
  }

  /** Adapts the window to what has ended since the last time. */
  adapt(): void {
    this.window = nextWindow(this.window, this.#sinceAdapted);
    this.#sinceAdapted = { delivered: 0, failed: 0 };
  }

  #places(): number {
    return this.isCareful || isProbing(this.parts.recorder.health.streak) ? 1 : this.window;
  }

  /** True once a careful holder has noted that this delivery comes next. */
  #isMarked({ id }: LaneDelivery): boolean {
    if (this.#suspect?.id !== id) {
      const suspect = { id, isMarked: false };
      this.#suspect = suspect;
      markSuspect(id).then(
        () => {
          suspect.isMarked = true;
          this.events.onChange();
        },
        () => {
          this.#suspect = null;
        },
      );
    }
    return this.#suspect.isMarked;
  }

  async #send(delivery: LaneDelivery, settings: LaneSettings): Promise<void> {
    const { queue, sender } = this.parts;
    this.#inFlight += 1;
    const outcome =
      settings.secrets.length === 0
        ? unsignedOutcome()
        : await sender.send({
            url: settings.url,
            body: delivery.body,
            eventId: delivery.eventId,
            deliveryId: `dlv_${delivery.id}`,
            attempt: delivery.attempts + 1,
            secrets: settings.secrets,
          });
    this.#inFlight -= 1;
    this.isStopped ||= outcome.error?.code === "stopped";
    if (this.isStopped && !wasBegun(outcome)) {
      queue.ended(delivery, false);
      queue.recorded([delivery.id]);
    } else {
      this.#ended(delivery, outcome, settings);
    }
    this.events.onChange();
  }

  #ended(delivery: LaneDelivery, outcome: AttemptOutcome, settings: LaneSettings): void {
    const { queue, recorder } = this.parts;
    const { url, episode } = settings;
    const wasProbing = isProbing(recorder.health.streak);
    const next = recorder.attempted({ delivery, url, outcome, episode });
    const mayFollowersBegin = next.status !== "waiting" || next.isReleased;
    const left = queue.ended(delivery, mayFollowersBegin);
    recorder.defer(
      left.filter(({ attempts }) => attempts === 0).map(({ id }) => ({ id, behind: delivery.id })),
    );
    if (next.status === "delivered") {
      this.#sinceAdapted.delivered += 1;
      if (wasProbing) this.window = WINDOW_START;
    } else {
      this.#sinceAdapted.failed += 1;
      this.failed += 1;
      this.restMs = Math.max(this.restMs, restAfter(outcome));
      if (outcome.gone && episode === recorder.health.episode) this.goneUrl = url;
    }
    this.events.onAttempt(delivery, outcome, next);
  }
}

/** An attempt that was refused before anything was sent holds no headers. */
const wasBegun = ({ requestHeaders }: AttemptOutcome) => Object.keys(requestHeaders).length > 0;
