import { expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { createRatingLink } from "@/lib/rating-links/commands/create-rating-link";
import { findRatingLink } from "@/lib/rating-links/find-rating-link";
import { countOtherIntents, noteIntent } from "@/lib/rating-links/rating-intents";
import { captureRating } from "@/lib/reviews/commands/capture-rating";
import { confirmRating } from "@/lib/reviews/commands/confirm-rating";
import { createRatingLinkFixture, openLink } from "@/prisma/testing/rating-link-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();

const accessTo = (project: { id: string; slug: string }): Access => ({
  userId: "usr_1",
  userName: "Ada",
  projectId: project.id,
  projectSlug: project.slug,
  role: "manager",
});

test("a link handed out opens for its customer, and its token is stored nowhere", async () => {
  const { project, customer } = await createRatingLinkFixture();
  const { requestId, url } = await createRatingLink(accessTo(project), customer.id);
  expect(url).toMatch(/^https:\/\/reviews\.example\.com\/r\/[0-9A-Za-z]{17}$/);
  const token = url.slice(-17);
  const link = await openLink(token);
  expect(link).toMatchObject({
    channel: "link",
    project,
    request: { id: requestId, customer: { id: customer.id, firstName: "Jane" } },
    page: { title: "How was it?", ratingSave: "automatic", links: [] },
    review: null,
  });
  expect(link.leftAt).toBeInstanceOf(Date);
  expect(JSON.stringify(await db.ratingLink.findMany())).not.toContain(token);
});

test("no link for another project's customer", async () => {
  const mine = await createRatingLinkFixture();
  const theirs = await createRatingLinkFixture();
  await expect(createRatingLink(accessTo(mine.project), theirs.customer.id)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await db.request.count({ where: { projectId: mine.project.id } })).toBe(1);
});

test("shows what was given", async () => {
  const { link, token } = await createRatingLinkFixture();
  await captureRating(link, 4);
  expect((await openLink(token)).review).toMatchObject({ score: 4, body: null, status: "rated" });
});

test("unknown, tampered, expired and canceled links are told apart from open ones", async () => {
  const { token, request } = await createRatingLinkFixture({ linkExpiryDays: 7 });
  const changed = (token.startsWith("A") ? "B" : "A") + token.slice(1);
  expect(await findRatingLink(changed)).toEqual({ state: "unknown" });
  expect(await findRatingLink(`${token}x`)).toEqual({ state: "unknown" });
  expect(await findRatingLink("")).toEqual({ state: "unknown" });
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  expect((await findRatingLink(token, inDays(6.9))).state).toBe("open");
  expect(await findRatingLink(token, inDays(7.1))).toEqual({ state: "expired" });
  await db.request.update({ where: { id: request.id }, data: { canceledAt: new Date() } });
  expect(await findRatingLink(token)).toEqual({ state: "canceled" });
});

test("an ended link lets what was just rated be finished for 24 hours, and nothing new begin", async () => {
  const { token, link } = await createRatingLinkFixture({ linkExpiryDays: 7 });
  await captureRating(link, 4);
  const endsAt = Date.now() + 7 * 86_400_000;
  expect(await findRatingLink(token, new Date(endsAt + 60_000))).toEqual({ state: "expired" });
  const ratedAt = new Date(endsAt - 60_000);
  await db.review.update({ where: { requestId: link.request.id }, data: { ratedAt } });
  const stateAt = async (afterRatingHours: number) =>
    (await findRatingLink(token, new Date(ratedAt.getTime() + afterRatingHours * 3_600_000))).state;
  expect([await stateAt(1), await stateAt(23.9), await stateAt(24)]).toEqual(["open", "open", "expired"]);
});

test("an unsaved landing is kept once a minute and settled by the confirmation", async () => {
  const { link } = await createRatingLinkFixture();
  const intent = { score: 5 as const, reasons: ["automation"], userAgent: "x".repeat(900) };
  await noteIntent(link, intent);
  await noteIntent(link, intent);
  await noteIntent(link, { ...intent, score: 1 });
  const intents = await db.ratingIntent.findMany({ where: { ratingLinkId: link.id } });
  expect(intents.map((row) => [row.score, row.confirmedAt, row.userAgent.length])).toEqual([
    [5, null, 300],
    [1, null, 300],
  ]);
  expect(await countOtherIntents(link, 5)).toBe(1);
  expect(await countOtherIntents(link, 3)).toBe(2);
  await confirmRating(link, 5);
  const ignored = await db.ratingIntent.findMany({ where: { ratingLinkId: link.id, confirmedAt: null } });
  expect(ignored.map((row) => row.score)).toEqual([1]);
});
