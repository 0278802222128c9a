import { expect, test } from "vitest";
import { splitLinks } from "@/lib/messages/outbox/split-links";

test.each([
  ["Hi Jane", ["Hi Jane"], []],
  [
    "5: http://localhost:3000/r/aB-_9/5\n4: http://localhost:3000/r/aB-_9/4",
    ["5: ", "http://localhost:3000/r/aB-_9/5", "\n4: ", "http://localhost:3000/r/aB-_9/4"],
    ["http://localhost:3000/r/aB-_9/5", "http://localhost:3000/r/aB-_9/4"],
  ],
  [
    "See (https://example.com/a?b=c).",
    ["See (", "https://example.com/a?b=c", ")."],
    ["https://example.com/a?b=c"],
  ],
  ["javascript:alert(1) <b>", ["javascript:alert(1) <b>"], []],
])("%j", (text, parts, links) => {
  const split = splitLinks(text);
  expect(split.map((part) => part.text)).toEqual(parts);
  expect(split.filter((part) => part.isLink).map((part) => part.text)).toEqual(links);
});
