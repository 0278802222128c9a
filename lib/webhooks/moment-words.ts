import { formatDay, formatTime, formatTimeOrDay } from "@/lib/dates";

const DAY_MS = 86_400_000;

/** When and where somebody reads a time. */
export type Reader = {
  now: Date;
  /** IANA name. */
  timeZone: string;
};

/** `14:02` today, `24 Nov, 14:02` this year, `24 Nov 2025, 14:02` before. */
export function momentWords(at: Date, { now, timeZone }: Reader): string {
  const time = formatTime(at, timeZone);
  return isToday(at, { now, timeZone }) ? time : `${formatDay(at, now, timeZone)}, ${time}`;
}

/** `at 14:02` today, `on 28 Nov` this year, `on 28 Nov 2025` before. */
export function onDayWords(at: Date, { now, timeZone }: Reader): string {
  return `${isToday(at, { now, timeZone }) ? "at" : "on"} ${formatTimeOrDay(at, now, timeZone)}`;
}

/** `5 days`, `36 hours`, `12 minutes`, `1 second`: rounded, never zero. */
export function durationWords(ms: number): string {
  if (ms >= 2 * DAY_MS) return count(ms / DAY_MS, "day");
  if (ms >= 2 * 3_600_000) return count(ms / 3_600_000, "hour");
  if (ms >= 2 * 60_000) return count(ms / 60_000, "minute");
  return count(ms / 1000, "second");
}

function isToday(at: Date, { now, timeZone }: Reader): boolean {
  return formatTimeOrDay(at, now, timeZone) === formatTime(at, timeZone);
}

function count(value: number, unit: string): string {
  const rounded = Math.max(1, Math.round(value));
  return `${rounded} ${unit}${rounded === 1 ? "" : "s"}`;
}
