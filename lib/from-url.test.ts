import { expect, test } from "vitest";
import { momentOf, plainText } from "@/lib/from-url";

test.each([
  ["2026-11-25T20:00:00Z", "2026-11-25T20:00:00.000Z"],
  ["2026-11-25T20:00:00+02:00", "2026-11-25T18:00:00.000Z"],
  ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000Z"],
  ["9999-12-31T23:59:59-23:00", null],
  ["0000-01-01T00:00:00Z", null],
  ["+275760-09-13T00:00:00Z", null],
  ["yesterday", null],
  ["", null],
])("the moment %j of a URL is %j", (text, moment) => {
  expect(momentOf(text)).toBe(moment);
});

test("what Postgres doesn't take is left out of a URL's text", () => {
  expect(plainText("\0rev\0_1", 60)).toBe("rev_1");
  expect(plainText("rev 🥐🥐", 7)).toBe("rev 🥐");
});
