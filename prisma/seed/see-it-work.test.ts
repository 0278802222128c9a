import { expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { createFirstAdmin } from "@/lib/auth/accounts";
import { getOverview } from "@/lib/overview/queries";
import { findRatingLink } from "@/lib/rating-links/find-rating-link";
import { captureRating } from "@/lib/reviews/commands/capture-rating";
import { freshDemoLink } from "@/prisma/seed/fresh-demo-link";
import { seedDemoProject } from "@/prisma/seed/seed-demo-project";
import { useEncryptionKey } from "@/prisma/testing/message-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "http://localhost:3000");
await createTestDatabase();
useEncryptionKey();

test("who opens the customer's link that the start prints has been the customer; invented reviews don't count", async () => {
  const admin = await createFirstAdmin("admin@localhost", "kite-marble-orbit");
  const ownerId = admin?.id ?? "";
  const projectId = await seedDemoProject({ id: ownerId, name: "Admin" });
  const access: Access = {
    userId: ownerId,
    userName: "Admin",
    projectId,
    projectSlug: "riverside-bakery",
    role: "owner",
  };
  const wasCustomer = async () => (await getOverview(access)).guide?.wasCustomer;
  expect(await wasCustomer()).toBe(false);

  const [, , token = ""] = (await freshDemoLink(ownerId, 4))?.split("/") ?? [];
  const found = await findRatingLink(token);
  if (found.state !== "open") throw new Error(`The link is ${found.state}`);
  await captureRating(found.link, 4);
  expect(await wasCustomer()).toBe(true);
}, 120_000);
