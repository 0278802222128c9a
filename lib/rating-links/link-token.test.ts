import { expect, test } from "vitest";
import { hashLinkToken, isLinkToken, newLinkToken } from "./link-token";

test("a token carries at least 96 bits and never repeats", () => {
  const tokens = new Set(Array.from({ length: 2_000 }, newLinkToken));
  expect(tokens.size).toBe(2_000);
  for (const token of tokens) expect(isLinkToken(token)).toBe(true);
  expect(17 * Math.log2(62)).toBeGreaterThan(96);
});

test.each(["", "abc", "x".repeat(18), "abcdefghijklmnop.", "abcdefghijklmnop/", "ÄbcdefghijklmnopQ"])(
  "%j is no token",
  (text) => {
    expect(isLinkToken(text)).toBe(false);
  },
);

test("the stored hash doesn't contain the token", () => {
  const token = newLinkToken();
  expect(hashLinkToken(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(hashLinkToken(token)).not.toContain(token);
});
