import { expect, test } from "vitest";
import { safeLine, safeName } from "@/lib/messages/content/safe-words";

test.each([
  ["Jane", "Jane"],
  ["  Jane \t Mary  ", "Jane Mary"],
  ["O'Brien-Müller", "O'Brien-Müller"],
  ["شيماء", "شيماء"],
  ["👩‍👩‍👧 Ada", "👩‍👩‍👧 Ada"],
  ["J.R.R.", "J. R. R."],
  ["St.John", "St. John"],
  ["Dr. Grace Hopper", "Dr. Grace Hopper"],
  ["Win at https://evil.example/now", "Win at"],
  ["Win at HTTP://EVIL.EXAMPLE", "Win at"],
  ["www.evil.example", ""],
  ["Click evil.com!", "Click"],
  ["Click bit.ly/2x", "Click"],
  ["Click evil.co.uk now", "Click now"],
  ["evil。com", ""],
  ["evil.photography", "evil. photography"],
  ["jane@evil.example", ""],
  ["javascript:alert(1)", ""],
  ["mailto:x", ""],
  ["Jane\r\nBcc: victim@example.com", "Jane Bcc:"],
  ["Jane\u2028Doe\u0000", "Jane Doe"],
  ["\u202eenaJ\u202c", "enaJ"],
  ["\u200b\u200d", ""],
  ["\uE000v0\uE001", "v0"],
  [null, ""],
])("the name %j becomes %j", (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

test("a line keeps links, which a project may have in its name, but no line break", () => {
  expect(safeLine("Bakery.com\r\nSubject: x\u0085y")).toBe("Bakery.com Subject: x y");
});
