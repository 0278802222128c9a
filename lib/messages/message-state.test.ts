import { describe, expect, test } from "vitest";
import { MessageStatus } from "@/lib/db/generated/enums";
import { isUnsent, mayBecome, UNKNOWN_AFTER_CRASH } from "./message-state";

const STATUSES = Object.values(MessageStatus);

/** From each state (row) to each state (column): x may. */
const TABLE = `
                scheduled sending sent delivered failed complained canceled skipped
  scheduled     .         x       .    .         x      .          x        x
  sending       x         .       x    x         x      x          .        .
  sent          .         .       .    x         x      x          .        .
  delivered     .         .       .    .         x      x          .        .
  failed        .         .       .    .         .      x          .        .
  complained    .         .       .    .         .      .          .        .
  canceled      .         .       .    .         .      .          .        .
  skipped       .         .       .    .         .      .          .        .
`;

const [columns = [], ...rows] = TABLE.trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));

const pairs = rows.flatMap(([from = "", ...cells]) =>
  columns.map((to, index) => ({ from, to, may: cells[index] === "x" })),
);

test("the table names each state once, both ways", () => {
  expect(new Set(columns)).toEqual(new Set(STATUSES));
  expect(new Set(rows.map(([from]) => from))).toEqual(new Set(STATUSES));
  expect(pairs).toHaveLength(STATUSES.length ** 2);
});

test.each(pairs)("from $from to $to: $may", ({ from, to, may }) => {
  expect(mayBecome({ status: status(from), failureCode: null }, status(to))).toBe(may);
});

describe("a failed message of which nobody knew whether it left", () => {
  test.each(STATUSES)("to %s", (to) => {
    const may = to === "sent" || to === "delivered" || to === "complained";
    expect(mayBecome({ status: "failed", failureCode: UNKNOWN_AFTER_CRASH }, to)).toBe(may);
  });
});

test.each(STATUSES)("%s is unsent only while scheduled", (of) => {
  expect(isUnsent(of)).toBe(of === "scheduled");
});

function status(text: string): MessageStatus {
  const found = STATUSES.find((known) => known === text);
  if (!found) throw new Error(`${text} is no state.`);
  return found;
}
