import { expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { createFirstAdmin } from "@/lib/auth/accounts";
import { db } from "@/lib/db/client";
import { DEMO_POSTAL_ADDRESS } from "@/lib/demo/demo-postal-address";
import { removeDemoData } from "@/lib/demo/commands";
import { findRatingLink } from "@/lib/rating-links/find-rating-link";
import { requireNoGaps, tokenOf, useEncryptionKey } from "@/prisma/testing/message-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { seedDemoProject } from "./seed-demo-project";

vi.stubEnv("APP_URL", "http://localhost:3000");
await createTestDatabase();
useEncryptionKey();

test("the demo has messages in every state, an open request in the Outbox, and goes away whole", async () => {
  const admin = await createFirstAdmin("admin@localhost", "kite-marble-orbit");
  const owner = { id: admin?.id ?? "", name: "Admin" };
  const projectId = await seedDemoProject(owner);
  const { slug } = await db.project.findUniqueOrThrow({ where: { id: projectId } });
  const access: Access = {
    userId: owner.id,
    userName: owner.name,
    projectId,
    projectSlug: slug,
    role: "owner",
  };

  const messages = await db.message.findMany({ where: { projectId } });
  const states = new Set<string>(messages.map(({ status }) => status));
  expect(states).toEqual(
    new Set(["scheduled", "sent", "delivered", "failed", "complained", "skipped", "canceled"]),
  );
  expect(messages.some(({ openedAt, clickedAt }) => openedAt && !clickedAt)).toBe(true);
  expect(messages.filter(({ clickedAt }) => clickedAt).every(({ reviewId }) => reviewId)).toBe(true);
  expect(messages.every(({ isDemo }) => isDemo)).toBe(true);
  expect(await db.review.count({ where: { projectId } })).toBe(31);
  expect(await db.delivery.count()).toBe(0);
  await requireNoGaps(access);

  const inOutbox = messages.filter(({ status, channel }) => status === "sent" && channel === "email");
  expect(inOutbox).toHaveLength(1);
  const found = await findRatingLink(await tokenOf(inOutbox[0]?.id ?? ""));
  expect(found).toMatchObject({ state: "open", link: { review: null, leftAt: null } });

  const readAddress = async () =>
    (await db.messageSettings.findUniqueOrThrow({ where: { projectId } })).postalAddress;
  expect(await readAddress()).toBe(DEMO_POSTAL_ADDRESS);
  await removeDemoData(access);
  expect(await readAddress(), "nobody's mails carry a made-up address").toBe("");
  const of = { where: { projectId } };
  const left = [
    await db.customer.count(of),
    await db.request.count(of),
    await db.message.count(of),
    await db.review.count(of),
    await db.ratingLink.count(of),
  ];
  expect(left).toEqual([0, 0, 0, 0, 0]);
}, 120_000);
