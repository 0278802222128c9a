/** "2026": the year that it is now in a time zone (IANA name). */
export function yearThere(timeZone: string, now = new Date()): string {
  return new Intl.DateTimeFormat("en", { year: "numeric", timeZone }).format(now);
}
