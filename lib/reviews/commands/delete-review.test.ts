import { expect, test } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { findRatingLink } from "@/lib/rating-links/find-rating-link";
import { captureRating } from "@/lib/reviews/commands/capture-rating";
import { deleteReview } from "@/lib/reviews/commands/delete-review";
import { submitReview } from "@/lib/reviews/commands/submit-review";
import { createRatingLinkFixture, recordedEvents } from "@/prisma/testing/rating-link-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();

const accessTo = (project: { id: string; slug: string }): Access => ({
  userId: "usr_1",
  userName: "Ada",
  projectId: project.id,
  projectSlug: project.slug,
  role: "owner",
});

test("removes the review with one last event and closes the customer's link", async () => {
  const { project, link, token } = await createRatingLinkFixture();
  const given = await captureRating(link, 4);
  await submitReview(link, { nonce: "d1", score: 4, body: "Gone soon" });
  await deleteReview(accessTo(project), given?.id ?? "");

  expect(await db.review.count({ where: { projectId: project.id } })).toBe(0);
  const last = (await recordedEvents(project.id)).at(-1);
  expect(last).toMatchObject({
    type: "review-deleted",
    revision: 3,
    deliveries: 1,
    body: {
      reason: "deleted_by_user",
      data: { id: given?.id, revision: 3, body: "Gone soon" },
      changes: null,
    },
  });
  expect(last?.body.data).toHaveProperty("deleted_at", expect.stringMatching(/Z$/));
  expect(await findRatingLink(token)).toEqual({ state: "canceled" });
  expect(await captureRating(link, 5)).toBeNull();
  expect(await submitReview(link, { nonce: "d2", score: 5, body: "Back?" })).toBeNull();
  expect(await recordedEvents(project.id)).toHaveLength(3);
});

test("another project's review is not found", async () => {
  const mine = await createRatingLinkFixture();
  const theirs = await createRatingLinkFixture();
  const given = await captureRating(theirs.link, 4);
  await expect(deleteReview(accessTo(mine.project), given?.id ?? "")).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(deleteReview(accessTo(mine.project), "rev_none")).rejects.toMatchObject({ code: "not_found" });
  expect(await db.review.count({ where: { projectId: theirs.project.id } })).toBe(1);
});

test("deleting while customers land and submit leaves no review and one end", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { project, link } = await createRatingLinkFixture();
    const given = await captureRating(link, 4);
    await Promise.allSettled([
      deleteReview(accessTo(project), given?.id ?? ""),
      deleteReview(accessTo(project), given?.id ?? ""),
      submitReview(link, { nonce: `race-${round}`, score: 2, body: "Racing" }),
      ...Array.from({ length: 6 }, () => captureRating(link, 1)),
    ]);
    expect(await db.review.count({ where: { projectId: project.id } })).toBe(0);
    const types = (await recordedEvents(project.id)).map((event) => event.type);
    expect(types.at(0)).toBe("review-created");
    expect(types.filter((type) => type === "review-deleted")).toEqual(["review-deleted"]);
    expect(types.at(-1)).toBe("review-deleted");
  }
});
