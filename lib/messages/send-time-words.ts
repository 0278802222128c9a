import { formatDay, formatTime } from "@/lib/dates";
import type { Reader } from "@/lib/webhooks/moment-words";

const DAY_MS = 86_400_000;

/** `today at 14:02`, `tomorrow at 9:00`, `on 28 Nov at 9:00`: by the calendar of the reader's time zone. */
export function sendTimeWords(at: Date, { now, timeZone }: Reader): string {
  const time = formatTime(at, timeZone).replace(/^0/, "");
  const day = formatDay(at, now, timeZone);
  if (day === formatDay(now, now, timeZone)) return `today at ${time}`;
  if (day === formatDay(nextDay(now, timeZone), now, timeZone)) return `tomorrow at ${time}`;
  return `on ${day} at ${time}`;
}

/** A moment of the following day, also over a change of the clocks, which makes a day of 23 or 25 hours. */
function nextDay(now: Date, timeZone: string): Date {
  const noonAway = 12 - Number(formatTime(now, timeZone).slice(0, 2));
  return new Date(now.getTime() + noonAway * 3_600_000 + DAY_MS);
}
