const UNITS_MS: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 };

/** The longest sleep, 366 days. */
export const SLEEP_MAX_MS = 366 * 86_400_000;

/** Reads what a sleep op asks for, `1h30m` or an ISO date, as milliseconds from now; null when it's neither. */
export function readSleepMs(text: string, nowMs = Date.now()): number | null {
  if (/^(\d+[wdhms])+$/.test(text)) {
    return Array.from(text.matchAll(/(\d+)([wdhms])/g)).reduce(
      (sum, [, count, unit]) => sum + Number(count) * (UNITS_MS[unit ?? ""] ?? 0),
      0,
    );
  }
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
