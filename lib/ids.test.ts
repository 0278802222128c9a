import { expect, test } from "vitest";
import { newId } from "@/lib/ids";

test("ids sort in the order in which they were made, also within a millisecond", () => {
  const ids = [1_000, 2_000, 2_000, 3_000].flatMap((ms) =>
    Array.from({ length: 1_000 }, () => newId("msg", ms)),
  );
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});

test("ids of another millisecond don't follow from the last", () => {
  const [first, second] = [newId("msg", 1_000).slice(-16), newId("msg", 1_001).slice(-16)];
  expect(second.slice(0, 8)).not.toBe(first.slice(0, 8));
});
