import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { captureRating } from "@/lib/reviews/commands/capture-rating";
import { changeRating } from "@/lib/reviews/commands/change-rating";
import { submitReview } from "@/lib/reviews/commands/submit-review";
import { createRatingLinkFixture, recordedEvents } from "@/prisma/testing/rating-link-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();

const form = (nonce: string, score: 1 | 2 | 3 | 4 | 5 | null, body: string | null) => ({
  nonce,
  score,
  body,
});

test("feedback after the rating is a second event that says what changed", async () => {
  const { project, link } = await createRatingLinkFixture();
  await captureRating(link, 4);
  await submitReview(link, form("n1", 4, "Lovely bread"));
  const [created, updated] = await recordedEvents(project.id);
  expect(created).toMatchObject({ type: "review-created", body: { data: { status: "rated", body: null } } });
  expect(updated).toMatchObject({
    type: "review-updated",
    revision: 2,
    deliveries: 1,
    body: {
      data: { status: "submitted", body: "Lovely bread", score: 4, revision: 2 },
      changes: ["body", "status", "submitted_at"],
      previous: { body: null, status: "rated", submitted_at: null },
    },
  });
});

test("a form that does both records two changes in order", async () => {
  const { project, link } = await createRatingLinkFixture();
  await submitReview(link, form("n2", 2, null));
  expect(await recordedEvents(project.id)).toMatchObject([
    {
      type: "review-created",
      revision: 1,
      body: { data: { status: "rated", score: 2, submitted_at: null } },
    },
    {
      type: "review-updated",
      revision: 2,
      body: { changes: ["status", "submitted_at"], data: { score: 2 } },
    },
  ]);
});

test("stars changed on the page are saved with Submit, in one event", async () => {
  const { project, link } = await createRatingLinkFixture();
  await captureRating(link, 4);
  await submitReview(link, form("n3", 1, "Cold soup"));
  expect(await recordedEvents(project.id)).toMatchObject([
    { type: "review-created" },
    {
      body: {
        changes: ["score", "label", "body", "status", "submitted_at"],
        previous: { score: 4, label: "Very good" },
      },
    },
  ]);
});

test("editing is another event without submitted_at; the same again is none", async () => {
  const { project, link } = await createRatingLinkFixture();
  await submitReview(link, form("n4", 5, "Good"));
  await submitReview(link, form("n5", 5, "Very good"));
  await submitReview(link, form("n6", 5, "Very good"));
  const events = await recordedEvents(project.id);
  expect(events).toHaveLength(3);
  expect(events[2]).toMatchObject({ revision: 3, body: { changes: ["body"], previous: { body: "Good" } } });
});

test("a form sent again changes nothing, also after a later edit", async () => {
  const { project, link } = await createRatingLinkFixture();
  await submitReview(link, form("n7", 5, "First"));
  await submitReview(link, form("n8", 5, "Second"));
  expect(await submitReview(link, form("n7", 5, "First"))).toMatchObject({
    isReplay: true,
    review: { body: "Second" },
  });
  expect(await recordedEvents(project.id)).toHaveLength(3);
});

test("twenty sendings of one form at once change the review once", async () => {
  const { project, link } = await createRatingLinkFixture();
  const results = await Promise.all(
    Array.from({ length: 20 }, () => submitReview(link, form("n9", 3, "Once"))),
  );
  expect(results.filter((result) => result?.isReplay === false)).toHaveLength(1);
  expect(await recordedEvents(project.id)).toHaveLength(2);
});

test("two tabs that submit different texts at once keep revisions without gaps", async () => {
  const { project, link } = await createRatingLinkFixture();
  await Promise.all(
    Array.from({ length: 12 }, (_, index) => submitReview(link, form(`tab-${index}`, 3, `Text ${index}`))),
  );
  const events = await recordedEvents(project.id);
  expect(events.map((event) => event.revision)).toEqual(events.map((_, index) => index + 1));
  const review = await db.review.findFirstOrThrow({ where: { projectId: project.id } });
  expect(events.at(-1)).toMatchObject({ body: { data: { body: review.body, revision: review.revision } } });
  expect(
    events.filter((event) => JSON.stringify(event.body["changes"]).includes("submitted_at")),
  ).toHaveLength(1);
});

test("landing while the form is sent never adds an event", async () => {
  const { project, link } = await createRatingLinkFixture();
  await Promise.all([
    ...Array.from({ length: 8 }, () => captureRating(link, 4)),
    submitReview(link, form("n10", 4, "Both")),
  ]);
  expect(await recordedEvents(project.id)).toMatchObject([
    { type: "review-created" },
    { type: "review-updated" },
  ]);
});

test("without a rating and without stars nothing is saved", async () => {
  const { project, link } = await createRatingLinkFixture();
  await expect(submitReview(link, form("n11", null, "Only text"))).rejects.toMatchObject(
    new AppError("invalid", "Choose a number of stars first.", "score"),
  );
  expect(await db.review.count({ where: { projectId: project.id } })).toBe(0);
  expect(await db.sentForm.count({ where: { nonce: "n11" } })).toBe(0);
});

test("a change of score needs the score it names, and happens once", async () => {
  const { project, link } = await createRatingLinkFixture();
  await captureRating(link, 5);
  expect(await changeRating(link, { nonce: "c1", from: 4, to: 3 })).toMatchObject({ score: 5 });
  expect(await changeRating(link, { nonce: "c2", from: 5, to: 3 })).toMatchObject({ score: 3 });
  expect(await changeRating(link, { nonce: "c3", from: 3, to: 5 })).toMatchObject({ score: 5 });
  expect(await changeRating(link, { nonce: "c2", from: 5, to: 3 })).toMatchObject({ score: 5 });
  expect(await recordedEvents(project.id)).toMatchObject([
    { revision: 1 },
    { revision: 2, body: { changes: ["score", "label"], previous: { score: 5, label: "Excellent" } } },
    { revision: 3 },
  ]);
});

test("a submit that fails on its way leaves nothing", async () => {
  const { project, request, link } = await createRatingLinkFixture();
  const foreign = { ...link, project: { ...link.project, id: "prj_other" } };
  await expect(submitReview(foreign, form("n12", 4, "x"))).resolves.toBeNull();
  await expect(submitReview(link, form("n13", 4, "\u0000"))).rejects.toThrow();
  expect(await db.review.count({ where: { requestId: request.id } })).toBe(0);
  expect(await recordedEvents(project.id)).toEqual([]);
  expect(await db.sentForm.count({ where: { nonce: "n13" } })).toBe(0);
});
