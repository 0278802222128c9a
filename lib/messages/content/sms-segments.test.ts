import { expect, test } from "vitest";
import { smsSize } from "@/lib/messages/content/sms-segments";

const a = (count: number) => "a".repeat(count);

test.each([
  ["nothing", "", "GSM-7", 0, 1],
  ["160 letters", a(160), "GSM-7", 160, 1],
  ["161 letters", a(161), "GSM-7", 161, 2],
  ["306 letters, two full segments", a(306), "GSM-7", 306, 2],
  ["307 letters", a(307), "GSM-7", 307, 3],
  ["Greek capitals and Nordic letters of the alphabet", "ΔΦΓΛΩΠΨΣΘΞ ÆØÅæøå ÄÖÜ ñ¿¡£¥", "GSM-7", 27, 1],
  ["each character of the extension costs two", "^{}\\[~]|€\f", "GSM-7", 20, 1],
  ["80 euros", "€".repeat(80), "GSM-7", 160, 1],
  ["81 euros: none is cut in two, 76 fit into a segment of 153", "€".repeat(81), "GSM-7", 162, 2],
  ["153 euros: 76, 76 and 1", "€".repeat(153), "GSM-7", 306, 3],
  ["70 characters beyond the alphabet", "ж".repeat(70), "UCS-2", 70, 1],
  ["71 of them", "ж".repeat(71), "UCS-2", 71, 2],
  ["134, two full segments", "ж".repeat(134), "UCS-2", 134, 2],
  ["135", "ж".repeat(135), "UCS-2", 135, 3],
  ["one curly quote changes all", `${a(70)}’`, "UCS-2", 71, 2],
  ["an emoji is two units", "🥐".repeat(35), "UCS-2", 70, 1],
  ["36 emoji: none is cut in two, 33 fit into a segment of 67", "🥐".repeat(36), "UCS-2", 72, 2],
  ["67 emoji: 33, 33 and 1", "🥐".repeat(67), "UCS-2", 134, 3],
  ["a small c with a cedilla is not in the alphabet, the capital is", "ç", "UCS-2", 1, 1],
  ["a backtick isn't either", "`", "UCS-2", 1, 1],
  ["line breaks count", "a\nb\r\nc", "GSM-7", 6, 1],
])("%s", (_name, text, encoding, units, segments) => {
  expect(smsSize(text)).toMatchObject({ encoding, units, segments });
});

test("names what made it UCS-2, each once", () => {
  expect(smsSize("It’s “good” and it’s 🥐").culprits).toEqual(["’", "“", "”", "🥐"]);
  expect(smsSize("It's good").culprits).toEqual([]);
});
