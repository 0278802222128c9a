import { zoneOffsetMs } from "@/lib/zone-offset";

/** Minutes of the day, 0-1440, in a project's time zone. `from` is inside, `until` is not. */
export type SendWindow = { fromMinute: number; untilMinute: number };

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/**
 * The first moment at or after `at` at which a clock on the wall there stands inside the window. A window may lie over
 * midnight (22:00-06:00); one that ends where it begins is the whole day. Where the clock leaps over the beginning, the
 * moment of the leap counts if it lands inside; where it goes back, both rounds count.
 * @param timeZone IANA name
 * @throws RangeError for an unknown time zone
 */
export function nextSendSlot(at: Date, window: SendWindow, timeZone: string): Date {
  let atMs = at.getTime();
  // Each round passes one change of the clock or ends; no zone changes it this often within a day.
  for (let round = 0; round < 8; round += 1) {
    const waitMs = msUntilOpen(atMs, window, timeZone);
    if (waitMs === 0) return new Date(atMs);
    const changeMs = firstChangeMs(atMs, atMs + waitMs, timeZone);
    if (changeMs === null) return new Date(atMs + waitMs);
    atMs = changeMs;
  }
  return new Date(atMs);
}

/** How long until the clock shows the window's beginning if it went on evenly; 0 inside the window. */
function msUntilOpen(atMs: number, { fromMinute, untilMinute }: SendWindow, timeZone: string): number {
  const dayMs = DAY_MINUTES * MINUTE_MS;
  const sinceOpenMs = modulo(atMs + zoneOffsetMs(atMs, timeZone) - fromMinute * MINUTE_MS, dayMs);
  const lengthMs = modulo((untilMinute - fromMinute) * MINUTE_MS, dayMs) || dayMs;
  return sinceOpenMs < lengthMs ? 0 : dayMs - sinceOpenMs;
}

/** The moment within (`fromMs`, `untilMs`] from which the clock no longer shows what it would have shown; null when none. */
function firstChangeMs(fromMs: number, untilMs: number, timeZone: string): number | null {
  const before = zoneOffsetMs(fromMs, timeZone);
  if (zoneOffsetMs(untilMs, timeZone) === before) return null;
  let [low, high] = [fromMs, untilMs];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffsetMs(middle, timeZone) === before) low = middle;
    else high = middle;
  }
  return high;
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;
