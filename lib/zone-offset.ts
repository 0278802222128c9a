const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * What the clock on the wall is ahead of UTC at a moment, in milliseconds.
 * @param timeZone IANA name
 * @throws RangeError for an unknown time zone
 */
export function zoneOffsetMs(atMs: number, timeZone: string): number {
  const wholeSecondMs = Math.floor(atMs / 1_000) * 1_000;
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wallMs = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wallMs - wholeSecondMs;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let found = formats.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, found);
  }
  return found;
}
