import { expect, test } from "vitest";
import { InvalidEventError, readEvents } from "./event-payload";

const NOW = 1_795_000_000_000;

test("reads one event or a list, and fills in what is missing", () => {
  const event = { name: "a/b", id: "x", data: { n: 1 }, ts: 5, user: {} };
  expect(readEvents({ name: "a/b", id: "x", data: { n: 1 }, ts: 5 }, null, NOW)).toEqual([event]);
  expect(readEvents([{ name: "a/b" }], "seed", NOW)).toEqual([
    { name: "a/b", id: expect.stringMatching(/^[\da-f]{26}$/), data: {}, ts: NOW, user: {} },
  ]);
});

test("an event without an id gets the same one when its request is repeated", () => {
  const ids = (seed: string) => readEvents([{ name: "a/b" }, { name: "a/b" }], seed, NOW).map(({ id }) => id);
  expect(ids("s")).toEqual(ids("s"));
  expect(new Set([...ids("s"), ...ids("t")]).size).toBe(4);
});

test("what only the server may set is taken away", () => {
  expect(readEvents({ name: "a/b", data: { _inngest: { x: 1 }, n: 1 } }, null, NOW)[0]?.data).toEqual({
    n: 1,
  });
});

test.each([
  [
    "a reserved name",
    { name: "inngest/function.failed" },
    "the event name inngest/function.failed is reserved",
  ],
  ["no name", { data: {} }, "event 0:"],
  ["too long a name", { name: "x".repeat(513) }, "event 0:"],
  ["data that is no object", { name: "a/b", data: "text" }, "event 0:"],
  [
    "too large an event",
    { name: "a/b", data: { text: "x".repeat(3 * 1024 * 1024) } },
    "event 0 is larger than 3 MB",
  ],
  [
    "too many events",
    Array.from({ length: 5_001 }, () => ({ name: "a/b" })),
    "more than 5000 events in one request",
  ],
])("refuses %s", (_, body, message) => {
  expect(() => readEvents(body, null, NOW)).toThrow(InvalidEventError);
  expect(() => readEvents(body, null, NOW)).toThrow(message);
});
