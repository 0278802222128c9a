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
  expect(tries[0]?.retryAt).toEqual(new Date("2026-11-23T12:01:30Z"));
});

test("a window begins with its first try, whatever the clock shows", async () => {
  const around = { ...limit, subject: ["around a round time"] };
  const at = (time: string) => countTry(around, new Date(`2026-11-23T${time}Z`));
  for (let count = 1; count <= 5; count += 1) await at("12:59:50");
  for (let count = 6; count <= 10; count += 1) await at("13:00:10");
  expect(await at("13:00:49.999")).toMatchObject({ isAllowed: false, left: 0 });
  expect(await at("13:00:50")).toEqual({
    isAllowed: true,
    left: 9,
    retryAt: new Date("2026-11-23T13:01:50Z"),
  });
});

test("a window that a wrong clock began far ahead is over once the clock is right", async () => {
  const ahead = { ...limit, subject: ["a clock a year ahead"] };
  for (let count = 1; count <= 11; count += 1) await countTry(ahead, new Date("2027-11-23T12:00:30Z"));
  expect(await countTry(ahead, now)).toMatchObject({ isAllowed: true, left: 9 });
  const skewed = { ...limit, subject: ["two servers a second apart"] };
  for (let count = 1; count <= 10; count += 1) await countTry(skewed, new Date(now.getTime() + 1_000));
  expect(await countTry(skewed, now)).toMatchObject({ isAllowed: false });
});

test("the next window and other subjects count for themselves", async () => {
  expect((await countTry(limit, new Date("2026-11-23T12:01:30Z"))).isAllowed).toBe(true);
  expect((await countTry({ ...limit, subject: ["ada@example.com", "10.0.0.2"] }, now)).isAllowed).toBe(true);
});

test("addresses are kept as hashes", async () => {
  const rows = await db.rateLimit.findMany();
  expect(JSON.stringify(rows)).not.toMatch(/ada|10\.0/);
});
