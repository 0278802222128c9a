import { expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { countIgnoredOpens, ignoredOpens } from "@/lib/rating-links/queries";
import { noteIntent } from "@/lib/rating-links/rating-intents";
import { confirmRating } from "@/lib/reviews/commands/confirm-rating";
import { createRatingLinkFixture } from "@/prisma/testing/rating-link-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();

const accessTo = (project: { id: string; slug: string }): Access => ({
  userId: "usr_1",
  userName: "Ada",
  projectId: project.id,
  projectSlug: project.slug,
  role: "viewer",
});

const scan = { reasons: ["bot_user_agent"], userAgent: "curl/8.5.0" };

test("a handed-out link tells how often it was opened in vain, until somebody confirms", async () => {
  const { project, customer, request, link } = await createRatingLinkFixture();
  const stranger = await createRatingLinkFixture();
  expect(await countIgnoredOpens(accessTo(project), customer.id)).toEqual(new Map());
  await noteIntent(link, { ...scan, score: 1 });
  await noteIntent(link, { ...scan, score: 5 });
  await noteIntent(link, { ...scan, score: 3, reasons: ["always_confirm"] });
  expect(await countIgnoredOpens(accessTo(project), customer.id)).toEqual(new Map([[request.id, 2]]));
  expect(await countIgnoredOpens(accessTo(stranger.project), customer.id)).toEqual(new Map());
  await confirmRating(link, 5);
  expect(await countIgnoredOpens(accessTo(project), customer.id)).toEqual(new Map([[request.id, 1]]));
});

test("so does a message, with the latest of them, and to its own project only", async () => {
  const { project, customer, request, link } = await createRatingLinkFixture({ channel: "email" });
  const stranger = await createRatingLinkFixture();
  const message = await db.message.create({
    data: {
      id: newId("msg"),
      projectId: project.id,
      requestId: request.id,
      customerId: customer.id,
      sequence: 1,
      channel: "email",
      to: "jane@example.com",
      from: "bakery@example.com",
      preview: "",
      scheduledAt: new Date(),
      dueAt: new Date(),
    },
  });
  await db.ratingLink.update({ where: { id: link.id }, data: { messageId: message.id } });
  await noteIntent(link, { ...scan, score: 2 });
  await noteIntent(link, { ...scan, score: 4 });
  expect(await ignoredOpens(accessTo(project), message.id)).toEqual({
    count: 2,
    latest: [4, 2].map((score) => ({
      ...scan,
      score,
      id: expect.any(String),
      createdAt: expect.any(Date),
    })),
  });
  expect(await ignoredOpens(accessTo(stranger.project), message.id)).toEqual({ count: 0, latest: [] });
  expect(await countIgnoredOpens(accessTo(project), customer.id)).toEqual(new Map());
});
