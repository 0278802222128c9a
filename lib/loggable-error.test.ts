import pino from "pino";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { loggableError } from "@/lib/loggable-error";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();

function logged(err: unknown): string {
  const lines: string[] = [];
  const log = pino({ serializers: { err: loggableError } }, { write: (line: string) => lines.push(line) });
  log.error({ err }, "action failed");
  return lines.join("");
}

test("a query that is malformed is logged by its field, without the values beside it", async () => {
  const change = db.customer.updateMany({
    where: { email: "jane.private@example.com" },
    data: { firstName: "Jane", createdAt: new Date("never") },
  });
  const error: unknown = await change.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(String(error)).toMatch(/Jane/);
  expect(logged(error)).toContain("createdAt");
  expect(logged(error)).toContain("customer.updateMany()");
  expect(logged(error)).not.toMatch(/jane/i);
});

test("any other error is logged with its message, its place and its cause", () => {
  const text = logged(new Error("outer", { cause: new Error("inner") }));
  expect(text).toContain("outer");
  expect(text).toContain("inner");
  expect(text).toContain("loggable-error.test.ts");
});

test("what is no error is logged as it is", () => {
  expect(logged("text")).toContain('"err":"text"');
  expect(logged(null)).toContain('"err":null');
});
