import { expect, test } from "vitest";
import { scoreOfPath } from "./score-of-path";

test.each([
  [undefined, null],
  [[], null],
  [["1"], 1],
  [["5"], 5],
  [["5."], 5],
  [["4)."], 4],
  [["0"], undefined],
  [["6"], undefined],
  [["05"], undefined],
  [["4.5"], undefined],
  [["-1"], undefined],
  [["five"], undefined],
  [["4", "4"], undefined],
])("%j says %j", (parts, score) => {
  expect(scoreOfPath(parts)).toBe(score);
});
