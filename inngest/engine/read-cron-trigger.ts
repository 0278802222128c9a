import { Cron } from "croner";

/** A cron trigger; `source` is what the function's author wrote. */
export type CronTrigger = { source: string; pattern: string; timezone: string };

const FIVE_FIELDS = /^[\dA-Z*,/-]+( [\dA-Z*,/-]+){4}$/i;
const NAME = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)$/i;
const SHORTHANDS: Record<string, string> = {
  "@yearly": "0 0 1 1 *",
  "@monthly": "0 0 1 * *",
  "@weekly": "0 0 * * 0",
  "@daily": "0 0 * * *",
  "@hourly": "0 * * * *",
};

/** Reads `[TZ=<zone> ]<five fields or shorthand>`, UTC unless a zone is given; null when it's anything else. */
export function readCronTrigger(source: string): CronTrigger | null {
  const [, timezone = "UTC", rest = ""] = /^(?:TZ=(\S+) )?(.+)$/.exec(source.trim()) ?? [];
  const pattern = SHORTHANDS[rest] ?? rest;
  // Croner also knows L and W; Inngest doesn't.
  const words = pattern.match(/[a-z]+/gi) ?? [];
  if (!FIVE_FIELDS.test(pattern) || !words.every((word) => NAME.test(word))) return null;
  try {
    return nextTick({ source, pattern, timezone }, new Date()) ? { source, pattern, timezone } : null;
  } catch {
    return null;
  }
}

/** The first time after `after` at which the trigger fires; null when never. */
export function nextTick({ pattern, timezone }: CronTrigger, after: Date): Date | null {
  return new Cron(pattern, { timezone, mode: "5-part", paused: true }).nextRun(after);
}

/** The last time before `before` at which the trigger fired; null when never. */
export function previousTick({ pattern, timezone }: CronTrigger, before: Date): Date | null {
  const [last] = new Cron(pattern, { timezone, mode: "5-part", paused: true }).previousRuns(1, before);
  return last ?? null;
}
