import { expect, test } from "vitest";
import { formatDuration } from "./format-duration";

test.each([
  [40, "0.0 s"],
  [420, "0.4 s"],
  [1_960, "2.0 s"],
  [6_400, "6 s"],
  [59_400, "59 s"],
  [59_600, "1 min"],
  [108_000, "1 min 48 s"],
])("%d ms is %s", (ms, words) => {
  expect(formatDuration(ms)).toBe(words);
});
