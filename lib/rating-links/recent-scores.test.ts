import { expect, test } from "vitest";
import { noteScore } from "./recent-scores";

test("counts the different scores of one link within 60 s", () => {
  expect(noteScore("lnk_a", 5, 0)).toBe(1);
  expect(noteScore("lnk_a", 5, 1_000)).toBe(1);
  expect(noteScore("lnk_b", 1, 1_500)).toBe(1);
  expect(noteScore("lnk_a", 4, 2_000)).toBe(2);
  expect(noteScore("lnk_a", 4, 60_999)).toBe(2);
  expect(noteScore("lnk_a", 4, 61_000)).toBe(1);
});
