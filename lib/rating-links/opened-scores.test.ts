import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { OpenedScores } from "@/lib/rating-links/opened-scores";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();

async function listening(): Promise<OpenedScores> {
  const scores = new OpenedScores();
  await new Promise<void>((resolve) => scores.listen(resolve));
  return scores;
}

test("what one web process has opened, the others know, and the database is as it was", async () => {
  const [one, other] = [await listening(), await listening()];
  expect([1, 2, 3, 4].map((score) => one.note("lnk_a", score))).toEqual([1, 2, 3, 4]);
  await expect.poll(() => other.note("lnk_a", 5)).toBe(5);
  expect(other.note("lnk_b", 1)).toBe(1);
  expect(await db.ratingIntent.count()).toBe(0);
  await Promise.all([one.close(), other.close()]);
});
