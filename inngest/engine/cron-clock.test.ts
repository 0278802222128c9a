import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startCronClock } from "./cron-clock";
import type { FunctionConfig } from "./function-config";
import type { NewEvent } from "./ingest-events";
import { nextTick, readCronTrigger } from "./read-cron-trigger";

const HOUR_MS = 3_600_000;
const start = new Date("2026-11-23T12:03:00Z");
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function clock(source: string, lastSeen?: Date): NewEvent[] {
  const cron = readCronTrigger(source);
  if (!cron) throw new Error(`not a cron expression: ${source}`);
  const config: FunctionConfig = {
    id: "f",
    events: [],
    crons: [cron],
    failureOf: null,
    attemptsMax: 5,
    limit: null,
  };
  const sent: NewEvent[] = [];
  stop = startCronClock([config], new Map(lastSeen ? [["f", lastSeen]] : []), async (events) => {
    sent.push(...events);
  });
  return sent;
}

const times = (sent: NewEvent[]) => sent.map(({ event }) => event.id);

test("sends an event at each tick, for its function, with the tick's time as its id", () => {
  const sent = clock("*/10 * * * *");
  vi.advanceTimersByTime(HOUR_MS / 2);
  expect(times(sent)).toEqual(["2026-11-23T12:10:00Z", "2026-11-23T12:20:00Z", "2026-11-23T12:30:00Z"]);
  const time = "2026-11-23T12:10:00Z";
  expect(sent[0]).toMatchObject({
    target: "f",
    event: {
      name: "inngest/scheduled.timer",
      data: { cron: "*/10 * * * *", scheduledAt: time, fireAt: time },
    },
  });
});

test("two clocks make the same ids, so that one run comes of a tick", () => {
  const one = clock("*/10 * * * *");
  const stopOne = stop;
  const two = clock("*/10 * * * *");
  vi.advanceTimersByTime(HOUR_MS);
  stopOne();
  expect(times(one)).toEqual(times(two));
});

test("makes up for the last tick that fell into a time without workers", () => {
  expect(times(clock("*/10 * * * *", new Date("2026-11-23T11:31:00Z")))).toEqual(["2026-11-23T12:00:00Z"]);
});

test("but not for one that a worker saw, nor when none ever was, nor after a day", () => {
  expect(clock("*/10 * * * *", new Date("2026-11-23T12:01:00Z"))).toEqual([]);
  expect(clock("*/10 * * * *")).toEqual([]);
  expect(clock("0 0 1 * *", new Date("2026-10-01T00:00:00Z"))).toEqual([]);
});

test("after the machine slept it sends one tick, not all that it missed", () => {
  const sent = clock("* * * * *");
  vi.setSystemTime(start.getTime() + 5 * HOUR_MS);
  vi.advanceTimersByTime(60_000);
  expect(sent.length).toBeLessThanOrEqual(2);
  expect(sent.length).toBeGreaterThan(0);
});

test("a clock that was a year ahead and is set right ticks on", () => {
  vi.setSystemTime(start.getTime() + 365 * 24 * HOUR_MS);
  const sent = clock("*/10 * * * *");
  vi.setSystemTime(start);
  vi.advanceTimersByTime(HOUR_MS / 2);
  expect(times(sent)).toEqual(["2026-11-23T12:10:00Z", "2026-11-23T12:20:00Z", "2026-11-23T12:30:00Z"]);
});

test.each([
  ["0 9 * * *", "2026-11-24T09:00:00.000Z"],
  ["TZ=Europe/Berlin 0 9 * * *", "2026-11-24T08:00:00.000Z"],
  ["@daily", "2026-11-24T00:00:00.000Z"],
  ["30 8 * * MON-FRI", "2026-11-24T08:30:00.000Z"],
])("%s fires next at %s", (source, next) => {
  const trigger = readCronTrigger(source);
  expect(trigger && nextTick(trigger, start)?.toISOString()).toBe(next);
});

test.each([
  "",
  "* * * *",
  "* * * * * *",
  "61 * * * *",
  "0 0 L * *",
  "0 0 * * 5#2",
  "TZ=Nowhere/City 0 9 * * *",
  "@often",
])("%j is refused", (source) => {
  expect(readCronTrigger(source)).toBeNull();
});
