import { isProbing } from "@/lib/webhooks/lane/lane-pace";

/** How many due deliveries of each class are taken at once, so that retries and replays can't crowd out first attempts. */
export type TakeLimits = { asked: number; first: number; retry: number; replay: number };

const ORDINARY: TakeLimits = { asked: 10, first: 96, retry: 16, replay: 8 };
const CAREFUL: TakeLimits = { asked: 2, first: 8, retry: 4, replay: 2 };
const PROBE: TakeLimits = { asked: 10, first: 1, retry: 1, replay: 1 };
const ASKED_ONLY: TakeLimits = { asked: 10, first: 0, retry: 0, replay: 0 };

/** The limits for a lane in this state. */
export function takeLimits(lane: {
  streak: number;
  mayProbe: boolean;
  isCareful: boolean;
  /** As much is in memory as should be: only what is new is taken. */
  isFull: boolean;
}): TakeLimits {
  if (!lane.mayProbe) return ASKED_ONLY;
  if (isProbing(lane.streak)) return PROBE;
  const limits = lane.isCareful ? CAREFUL : ORDINARY;
  return lane.isFull ? { ...limits, retry: 0, replay: 0 } : limits;
}
