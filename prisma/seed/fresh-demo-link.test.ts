import { expect, test } from "vitest";
import { createFirstAdmin } from "@/lib/auth/accounts";
import { db } from "@/lib/db/client";
import { hashLinkToken } from "@/lib/rating-links/link-token";
import { useEncryptionKey } from "@/prisma/testing/message-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { freshDemoLink } from "./fresh-demo-link";
import { seedDemoProject } from "./seed-demo-project";

await createTestDatabase();
useEncryptionKey();
const admin = await createFirstAdmin("admin@localhost", "kite-marble-orbit");
const ownerId = admin?.id ?? "";

test("without demo data there is no link", async () => {
  expect(await freshDemoLink(ownerId, 4)).toBeNull();
});

test("each start gets a link of its own, on one request while that is unrated", async () => {
  const projectId = await seedDemoProject({ id: ownerId, name: "Admin" });
  const handedOut = { projectId, review: null, ratingLinks: { some: { channel: "link" as const } } };
  const first = await freshDemoLink(ownerId, 4);
  const second = await freshDemoLink(ownerId, 4);
  expect(first).toMatch(/^\/r\/[0-9A-Za-z]{17}\/4$/);
  expect(second).not.toBe(first);
  expect(await db.request.count({ where: handedOut })).toBe(1);

  const token = second?.split("/")[2] ?? "";
  const link = await db.ratingLink.findUniqueOrThrow({ where: { tokenHash: hashLinkToken(token) } });
  await db.ratingIntent.create({
    data: { id: "int_1", projectId, ratingLinkId: link.id, score: 4, reasons: [] },
  });
  await freshDemoLink(ownerId, 4);
  expect(await db.request.count({ where: handedOut })).toBe(2);
}, 120_000);
