import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { countTry } from "@/lib/rate-limit";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();
const limit = { name: "test", subject: ["ada@example.com", "10.0.0.1"], max: 10, windowMs: 60_000 };
const now = new Date("2026-11-23T12:00:30Z");

test("of simultaneous tries exactly as many pass as allowed", async () => {
  const tries = await Promise.all(Array.from({ length: 25 }, () => countTry(limit, now)));
  expect(tries.filter((each) => each.isAllowed)).toHaveLength(10);
  expect(tries[0]?.retryAt).toEqual(new Date("2026-11-23T12:01:00Z"));
});

test("the next window and other subjects count for themselves", async () => {
  expect((await countTry(limit, new Date("2026-11-23T12:01:00Z"))).isAllowed).toBe(true);
  expect((await countTry({ ...limit, subject: ["ada@example.com", "10.0.0.2"] }, now)).isAllowed).toBe(true);
});

test("addresses are kept as hashes", async () => {
  const rows = await db.rateLimit.findMany();
  expect(JSON.stringify(rows)).not.toMatch(/ada|10\.0/);
});
