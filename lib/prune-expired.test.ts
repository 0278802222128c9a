import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { pruneExpired } from "@/lib/prune-expired";
import { noteIntent } from "@/lib/rating-links/rating-intents";
import { createRatingLinkFixture } from "@/prisma/testing/rating-link-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

test("notes of sent forms outlive their nonces, unconfirmed landings a month", async () => {
  const { link } = await createRatingLinkFixture();
  await db.sentForm.createMany({
    data: [
      { nonce: "old", sentAt: daysAgo(1.1) },
      { nonce: "recent", sentAt: daysAgo(0.5) },
    ],
  });
  await noteIntent(link, { score: 1, reasons: ["automation"], userAgent: "" });
  await db.ratingIntent.updateMany({ data: { createdAt: daysAgo(31) } });
  await noteIntent(link, { score: 5, reasons: ["automation"], userAgent: "" });

  expect(await pruneExpired()).toMatchObject({ sentForms: 1, intents: 1 });
  expect(await db.sentForm.findMany({ select: { nonce: true } })).toEqual([{ nonce: "recent" }]);
  expect(await db.ratingIntent.findMany({ select: { score: true } })).toEqual([{ score: 5 }]);
});
