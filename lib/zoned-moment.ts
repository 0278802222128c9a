import { zoneOffsetMs } from "@/lib/zone-offset";

/**
 * The moment at which a clock on the wall there shows this date and time. Where the clock leaps over it, as much later as
 * the leap; where it shows it twice, the first time.
 * @param local `2026-11-26T09:00`, as a `datetime-local` input gives it
 * @param timeZone IANA name
 * @returns null for text that is no date and time
 */
export function zonedMoment(local: string, timeZone: string): Date | null {
  const wallMs = Date.parse(`${local}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) || Number.isNaN(wallMs)) return null;
  return momentAt(wallMs, timeZone);
}

/** So many days later at the same time of day there, wherever the clock was changed in between. */
export function daysLater(moment: Date, days: number, timeZone: string): Date {
  const wallMs = moment.getTime() + zoneOffsetMs(moment.getTime(), timeZone);
  return momentAt(wallMs + days * DAY_MS, timeZone);
}

/** @param wallMs what the clock shows, as if it stood in UTC */
function momentAt(wallMs: number, timeZone: string): Date {
  const candidates = [wallMs - DAY_MS, wallMs + DAY_MS]
    .map((nearMs) => wallMs - zoneOffsetMs(nearMs, timeZone))
    .toSorted((a, b) => a - b);
  const exact = candidates.find((ms) => ms + zoneOffsetMs(ms, timeZone) === wallMs);
  return new Date(exact ?? candidates.at(-1) ?? wallMs);
}

/** `2026-11-26T09:00`: a moment as a `datetime-local` input takes it, by the clock on the wall there. */
export function toLocalInput(moment: Date, timeZone: string): string {
  const wallMs = moment.getTime() + zoneOffsetMs(moment.getTime(), timeZone);
  return new Date(wallMs).toISOString().slice(0, 16);
}

const DAY_MS = 86_400_000;
