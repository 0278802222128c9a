import { expect, test } from "vitest";
import { RecentScores } from "./recent-scores";

test("counts the different scores of one link within 60 s", () => {
  const recent = new RecentScores();
  expect(recent.note("lnk_a", 5, 0)).toEqual({ count: 1, isNew: true });
  expect(recent.note("lnk_a", 5, 1_000)).toEqual({ count: 1, isNew: false });
  expect(recent.note("lnk_b", 1, 1_500)).toEqual({ count: 1, isNew: true });
  expect(recent.note("lnk_a", 4, 2_000)).toEqual({ count: 2, isNew: true });
  expect(recent.note("lnk_a", 4, 60_999)).toEqual({ count: 2, isNew: false });
  expect(recent.note("lnk_a", 4, 61_000)).toEqual({ count: 1, isNew: false });
});
