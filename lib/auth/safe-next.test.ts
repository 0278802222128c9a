import fc from "fast-check";
import { expect, test } from "vitest";
import { safeNext } from "@/lib/auth/safe-next";
import { TEST_SEED } from "@/prisma/testing/test-seed";

test.each([
  ["/projects/bakery/settings/api#webhooks", "/projects/bakery/settings/api#webhooks"],
  ["/projects/bakery/reviews?score=1&q=a%20b", "/projects/bakery/reviews?score=1&q=a%20b"],
  ["/join/abc", "/join/abc"],
  ["/", "/"],
])("leads to our own page %s", (next, expected) => {
  expect(safeNext(next)).toBe(expected);
});

test.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/ /evil.example",
  " /evil",
  "/a/..//evil.example",
  "/.//evil.example",
  "javascript:alert(1)",
  "evil.example",
  "/a\r\nLocation: https://evil.example",
  "/sign-in?next=/sign-in",
  "/welcome/token",
  "",
  null,
  undefined,
  ["/a"],
])("leads nowhere else: %s", (next) => {
  expect(safeNext(next)).toBeNull();
});

test("whatever it lets through stays on the host it is resolved against", () => {
  const piece = fc.constantFrom("/", "\\", ".", "..", "%2f", "@", ":", "evil.example", "\t", "?", "#", "a");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const next = safeNext(pieces.join(""));
      if (next !== null) expect(new URL(next, "https://our.example").origin).toBe("https://our.example");
    }),
    { seed: TEST_SEED, numRuns: 2000 },
  );
});
