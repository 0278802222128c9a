import { expect, test } from "vitest";
import { cleanText, isReviewTextShortEnough } from "./review-text";

test.each([
  ["", null],
  ["  \r\n\t ", null],
  ["Good\r\nbread", "Good\nbread"],
  [" a\u0000b ", "ab"],
  ["half \ud83d", "half \ufffd"],
  ["<b>مرحبا</b> 🥐", "<b>مرحبا</b> 🥐"],
])("%j is kept as %j", (typed, kept) => {
  expect(cleanText(typed)).toBe(kept);
});

test("a text is measured the way the text area measures it", () => {
  expect(isReviewTextShortEnough("x".repeat(5_000))).toBe(true);
  expect(isReviewTextShortEnough("x".repeat(5_001))).toBe(false);
  expect(isReviewTextShortEnough("\r\n".repeat(5_000))).toBe(true);
});
