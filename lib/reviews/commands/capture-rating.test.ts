import { expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { captureRating } from "@/lib/reviews/commands/capture-rating";
import { confirmRating } from "@/lib/reviews/commands/confirm-rating";
import { EVENT_CATALOG } from "@/lib/webhooks/event-catalog";
import { createRatingLinkFixture, recordedEvents } from "@/prisma/testing/rating-link-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();

test("landing saves the rating with its event and one delivery per webhook", async () => {
  const { project, customer, request, link } = await createRatingLinkFixture({ channel: "email" });
  const given = await captureRating(link, 4);
  expect(given).toMatchObject({ score: 4, body: null, status: "rated" });

  const review = await db.review.findUniqueOrThrow({ where: { requestId: request.id } });
  expect(review).toMatchObject({
    score: 4,
    revision: 1,
    status: "rated",
    origin: "email",
    customerId: customer.id,
  });
  const [event, ...others] = await recordedEvents(project.id);
  expect(others).toEqual([]);
  expect(event).toMatchObject({ type: "review-created", revision: 1, deliveries: 1 });
  const { data } = event?.body ?? {};
  expect(EVENT_CATALOG["review-created"].schema.parse(data)).toEqual({
    object: "review",
    id: review.id,
    revision: 1,
    score: 4,
    max_score: 5,
    label: "Very good",
    body: null,
    status: "rated",
    visibility: "visible",
    is_suspect: false,
    origin: "email",
    customer: {
      id: customer.id,
      external_id: null,
      first_name: "Jane",
      last_name: "Doe",
      email: "jane@example.com",
      phone: null,
      company: null,
    },
    reviewer: { name: "Jane Doe", email: "jane@example.com", is_anonymous: false },
    message_id: null,
    request_id: request.id,
    tags: [],
    rated_at: review.ratedAt.toISOString(),
    submitted_at: null,
    created_at: review.createdAt.toISOString(),
    updated_at: review.updatedAt.toISOString(),
    deleted_at: null,
    url: `https://reviews.example.com/projects/${project.slug}/reviews/${review.id}`,
  });
  expect(event?.body).toMatchObject({
    version: 1,
    test: false,
    project,
    changes: null,
    previous: null,
    reason: null,
  });
});

test("50 landings at once make one review, one event, one delivery", async () => {
  const { project, link } = await createRatingLinkFixture();
  const given = await Promise.all(
    Array.from({ length: 50 }, (_, index) => captureRating(link, index % 2 === 0 ? 5 : 1)),
  );
  expect(new Set(given.map((review) => review?.id)).size).toBe(1);
  expect(new Set(given.map((review) => review?.score)).size).toBe(1);
  expect(await db.review.count({ where: { projectId: project.id } })).toBe(1);
  expect(await recordedEvents(project.id)).toMatchObject([
    { type: "review-created", revision: 1, deliveries: 1 },
  ]);
});

test("landings and confirmations at once make one review and one event", async () => {
  const { project, link } = await createRatingLinkFixture();
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => (index % 2 ? captureRating(link, 2) : confirmRating(link, 3))),
  );
  expect(await recordedEvents(project.id)).toMatchObject([{ type: "review-created", revision: 1 }]);
});

test("landing again, with the same or another score, changes nothing", async () => {
  const { project, link } = await createRatingLinkFixture();
  await captureRating(link, 5);
  expect(await captureRating(link, 5)).toMatchObject({ score: 5 });
  expect(await captureRating(link, 1)).toMatchObject({ score: 5 });
  expect(await confirmRating(link, 1)).toMatchObject({ score: 5 });
  expect(await recordedEvents(project.id)).toHaveLength(1);
});

test("a link whose request was canceled after its page was opened saves nothing", async () => {
  const { project, request, link } = await createRatingLinkFixture();
  await db.request.update({ where: { id: request.id }, data: { canceledAt: new Date() } });
  expect(await captureRating(link, 4)).toBeNull();
  expect(await confirmRating(link, 4)).toBeNull();
  expect(await db.review.count({ where: { projectId: project.id } })).toBe(0);
  expect(await recordedEvents(project.id)).toEqual([]);
});

test("a suspect visit that is saved all the same says so", async () => {
  const { project, link } = await createRatingLinkFixture({ ratingSave: "every_click" });
  await captureRating(link, 5, true);
  expect(await recordedEvents(project.id)).toMatchObject([{ body: { data: { is_suspect: true } } }]);
});

test("no webhook, no delivery, and the event is kept", async () => {
  const { project, link } = await createRatingLinkFixture();
  await db.webhook.updateMany({
    where: { projectId: project.id },
    data: { isOn: false, offSince: new Date() },
  });
  await captureRating(link, 4);
  expect(await recordedEvents(project.id)).toMatchObject([{ type: "review-created", deliveries: 0 }]);
});
