import { logger } from "@/lib/logger";
import { Bell } from "@/lib/webhooks/lane/bell";
import {
  claimLanes,
  type ClaimedLane,
  type LaneQuotas,
  nextReadyInMs,
} from "@/lib/webhooks/lane/claim-lanes";
import type { LaneTiming } from "@/lib/webhooks/lane/lane-timing";
import { announceLocalWake, onLaneReady } from "@/lib/webhooks/lane/local-wakes";
import { sweepLanes, wakeLanes } from "@/lib/webhooks/lane/wake-lanes";
import { listenForHints } from "@/lib/webhooks/relay/hint-listener";

export type RelayTools = {
  timing: LaneTiming;
  quotas: LaneQuotas;
  /** Starts one run per lane. A start that fails or gets lost costs `graceMs` and no more. */
  startRuns: (lanes: ClaimedLane[]) => Promise<unknown>;
};

export type Relay = {
  /** Milliseconds since the relay last looked for ready lanes. */
  idleMs(): number;
  stop(): Promise<void>;
};

const AFTER_ERROR_MS = 500;
const NO_ROOM_MS = 50;
const WAIT_MIN_MS = 1;

/**
 * Claims the lanes that are ready and starts a run for each: at a hint, when the next lane's time has come, and at every
 * sweep. Any number of relays may run.
 */
export function startRelay(tools: RelayTools): Relay {
  const { timing, quotas } = tools;
  const bell = new Bell();
  const hinted = new Set<string>();
  let sweepAtMs = 0;
  let lookedAtMs = performance.now();
  /** When something may be ready that no hint tells of. */
  let nextLookAtMs = 0;
  let isStopping = false;

  const hints = listenForHints(
    (projectId) => {
      hinted.add(projectId);
      announceLocalWake(projectId);
      bell.ring();
    },
    () => {
      sweepAtMs = 0;
      nextLookAtMs = 0;
      bell.ring();
    },
  );

  let timer: NodeJS.Timeout | undefined;
  let timerAtMs = Number.POSITIVE_INFINITY;
  const stopHearing = onLaneReady((inMs) => {
    const atMs = performance.now() + Math.max(0, Math.ceil(inMs));
    if (atMs >= timerAtMs || atMs >= sweepAtMs) return;
    clearTimeout(timer);
    timerAtMs = atMs;
    timer = setTimeout(() => {
      timerAtMs = Number.POSITIVE_INFINITY;
      nextLookAtMs = 0;
      bell.ring();
    }, atMs - performance.now());
  });

  /** @returns how long to wait before the next look, unless something comes */
  async function look(): Promise<number> {
    const projectIds = [...hinted];
    hinted.clear();
    const isAnyFree = projectIds.length > 0 && (await wakeLanes(projectIds));
    if (!isAnyFree && performance.now() < nextLookAtMs) return nextLookAtMs - performance.now();
    if (performance.now() >= sweepAtMs) {
      await sweepLanes();
      sweepAtMs = performance.now() + timing.sweepMs;
    }
    const lanes = await claimLanes(quotas, timing);
    lookedAtMs = performance.now();
    if (lanes.length > 0) {
      tools.startRuns(lanes).catch((error: unknown) => {
        logger.warn(
          { err: error, lanes: lanes.length },
          "runs not started; the lanes are claimed again later",
        );
      });
    }
    const readyInMs = (await nextReadyInMs()) ?? Number.POSITIVE_INFINITY;
    // One that is ready and wasn't claimed finds no room or is being claimed by another relay.
    const waitMs = Math.min(readyInMs <= 0 ? NO_ROOM_MS : readyInMs, sweepAtMs - performance.now());
    nextLookAtMs = performance.now() + waitMs;
    return waitMs;
  }

  async function run(): Promise<void> {
    while (!isStopping) {
      const waitMs = await look().catch((error: unknown) => {
        logger.warn({ err: error }, "the relay couldn't look for work");
        return AFTER_ERROR_MS;
      });
      if (!isStopping) await bell.wait(Math.max(WAIT_MIN_MS, Math.ceil(waitMs)));
    }
  }

  const ended = run();
  return {
    idleMs: () => performance.now() - lookedAtMs,
    async stop() {
      isStopping = true;
      stopHearing();
      clearTimeout(timer);
      bell.ring();
      await hints.close();
      await ended;
    },
  };
}
