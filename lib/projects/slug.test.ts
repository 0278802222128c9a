import fc from "fast-check";
import { expect, test } from "vitest";
import { slugOf, slugPattern } from "@/lib/projects/slug";
import { TEST_SEED } from "@/prisma/testing/test-seed";

test.each([
  ["Riverside Bakery", "riverside-bakery"],
  ["Café Zürich 24/7", "cafe-zurich-24-7"],
  ["  <b>Bold & Co.</b> ", "b-bold-co-b"],
  ["مخبز النهر", "project"],
  ["🥐", "project"],
  ["New", "project"],
  ["x", "project"],
])("%s becomes %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test("every name gives a slug that can stand in a URL", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
      expect(slugOf(name)).toMatch(slugPattern);
      expect(slugOf(name).length).toBeLessThanOrEqual(56);
    }),
    { seed: TEST_SEED },
  );
});
