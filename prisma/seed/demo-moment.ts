const DAY_MS = 86_400_000;

/** A moment so many days ago at 10:30 UTC, when SMS may leave; now for today. */
export function demoMoment(daysAgo: number, now: Date = new Date()): Date {
  if (daysAgo === 0) return now;
  const day = new Date(now.getTime() - daysAgo * DAY_MS);
  day.setUTCHours(10, 30, 0, 0);
  return day;
}
