import { expect, test } from "vitest";
import { dayWords, rateWords } from "@/lib/webhooks/stats-words";

test.each([
  [1, "100 %"],
  [0.99999, "99.9 %"],
  [0.982, "98.2 %"],
  [0, "0 %"],
])("%d is %s", (rate, words) => {
  expect(rateWords(rate)).toBe(words);
});

test("a day in words", () => {
  expect(dayWords({ delivered: 1200, failed: 3, ours: 0 })).toBe("1,200 delivered, 3 failed");
  expect(dayWords({ delivered: 0, failed: 0, ours: 2 })).toBe("2 faults on our side");
  expect(dayWords({ delivered: 0, failed: 0, ours: 1 })).toBe("1 fault on our side");
  expect(dayWords({ delivered: 0, failed: 0, ours: 0 })).toBe("no attempt");
});
