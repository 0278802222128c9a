const LOCALE = "en-GB";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(date: Date, options: Intl.DateTimeFormatOptions, timeZone?: string): string {
  const key = `${timeZone ?? ""}|${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(LOCALE, timeZone ? { ...options, timeZone } : options);
    formats.set(key, found);
  }
  // en-GB alone gives September four letters.
  return found.format(date).replace("Sept", "Sep");
}

/** "28 Nov", with the year when it isn't the year of `now`. `timeZone`: IANA name, else the machine's own. */
export function formatDay(date: Date, now: Date, timeZone?: string): string {
  const sameYear = format(date, { year: "numeric" }, timeZone) === format(now, { year: "numeric" }, timeZone);
  return format(
    date,
    sameYear ? { day: "numeric", month: "short" } : { day: "numeric", month: "short", year: "numeric" },
    timeZone,
  );
}

/** "14:02" */
export function formatTime(date: Date, timeZone?: string): string {
  return format(date, { hour: "2-digit", minute: "2-digit" }, timeZone);
}

/** "14:02" on the day of `now`, "28 Nov" on any other. */
export function formatTimeOrDay(date: Date, now: Date, timeZone?: string): string {
  const day: Intl.DateTimeFormatOptions = { year: "numeric", month: "numeric", day: "numeric" };
  return format(date, day, timeZone) === format(now, day, timeZone)
    ? formatTime(date, timeZone)
    : formatDay(date, now, timeZone);
}

/** "23 Nov 2026, 14:02:05 UTC": to the second, with the zone. */
export function formatExact(date: Date, timeZone?: string): string {
  return format(
    date,
    {
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      timeZoneName: "short",
    },
    timeZone,
  );
}

/** "just now", "2 min ago", "3 h ago", "5 days ago", "in 10 min"; from a week on the day ("28 Nov"). */
export function formatRelative(date: Date, now: Date, timeZone?: string): string {
  const distance = Math.abs(now.getTime() - date.getTime());
  if (distance >= 7 * DAY) return formatDay(date, now, timeZone);
  const past = date <= now;
  if (distance < 10_000 && past) return "just now";
  const words = distanceInWords(distance);
  return past ? `${words} ago` : `in ${words}`;
}

function distanceInWords(ms: number): string {
  if (ms < MINUTE) return `${Math.max(1, Math.floor(ms / 1000))} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h`;
  const days = Math.floor(ms / DAY);
  return days === 1 ? "1 day" : `${days} days`;
}
