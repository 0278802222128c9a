import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { eraseCustomer } from "@/lib/customers/commands/erase-customer";
import { db } from "@/lib/db/client";
import { cancelUnsent } from "@/lib/messages/cancel-unsent";
import { cancelMessage } from "@/lib/messages/commands/cancel-message";
import { landOnLink } from "@/lib/rating-links/land-on-link";
import { cancelRequest } from "@/lib/requests/commands/cancel-request";
import { captureRating } from "@/lib/reviews/commands/capture-rating";
import { confirmRating } from "@/lib/reviews/commands/confirm-rating";
import { deleteReview } from "@/lib/reviews/commands/delete-review";
import { submitReview } from "@/lib/reviews/commands/submit-review";
import { withEvents } from "@/lib/webhooks/with-events";
import {
  ask,
  createMessageProject,
  eventsOf,
  historyOf,
  patchMessage,
  readMessage,
  requireNoGaps,
  settledCodes,
  tokenOf,
  useEncryptionKey,
} from "@/prisma/testing/message-fixture";
import { openLink } from "@/prisma/testing/rating-link-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();
beforeAll(useEncryptionKey);

const CREATED = "message-created scheduled";
const CANCELED = "message-deleted canceled";

/** A request whose first message was delivered; two reminders wait. */
async function delivered() {
  const access = await createMessageProject();
  const { requestId, customerId, messages } = await ask(access, { reminders: 2 });
  const [first = "", second = "", third = ""] = messages.map(({ id }) => id);
  await patchMessage(access, first, { status: "sending" });
  await patchMessage(access, first, { status: "sent", sentAt: new Date(), provider: "outbox" });
  await patchMessage(access, first, { status: "delivered", deliveredAt: new Date() });
  return { access, requestId, customerId, first, second, third, token: await tokenOf(first) };
}

const form = (score: 1 | 2 | 3 | 4 | 5) => ({ nonce: crypto.randomUUID(), score, body: "Good bread." });

describe("a rating by a message's link", () => {
  test.each([
    ["landing", async (token: string) => captureRating(await openLink(token), 4)],
    ["confirmed", async (token: string) => confirmRating(await openLink(token), 4)],
    ["submitted", async (token: string) => submitReview(await openLink(token), form(4))],
  ])("%s: stamps its click, cancels the reminders, and each knows the other", async (_how, rate) => {
    const { access, first, second, third, token } = await delivered();
    await rate(token);
    const review = await db.review.findFirstOrThrow({ where: { projectId: access.projectId } });
    expect(review).toMatchObject({ messageId: first, origin: "email" });
    expect(await readMessage(first)).toMatchObject({ clickedAt: expect.any(Date), reviewId: review.id });
    expect(await historyOf(access, second)).toEqual([CREATED, CANCELED]);
    expect(await historyOf(access, third)).toEqual([CREATED, CANCELED]);
    const events = await eventsOf(access);
    const created = events.find(({ type }) => type === "review-created");
    expect(created).toMatchObject({ revision: 1, data: { message_id: first, status: "rated" } });
    expect(events.findLast(({ resourceId }) => resourceId === first)?.envelope).toMatchObject({
      type: "message-updated",
      changes: ["review_id", "clicked_at"],
      previous: { review_id: null, clicked_at: null },
      data: { status: "delivered", review_id: review.id },
    });
    expect(events.find(({ type }) => type === "message-deleted")?.envelope).toMatchObject({
      reason: "canceled_customer_rated",
    });
    await requireNoGaps(access);
  });

  test("again, by the same link and by a reminder's, stamps each message once and changes nothing else", async () => {
    const { access, first, second, token } = await delivered();
    await patchMessage(access, second, { status: "sending" });
    await patchMessage(access, second, { status: "sent", sentAt: new Date(), provider: "outbox" });
    await captureRating(await openLink(token), 4);
    const before = (await eventsOf(access)).length;
    const reminder = await tokenOf(second);
    const signals = { userAgent: BROWSER, isPrefetch: false, isAutomated: false, tookDecoy: false };
    for (const visit of [token, reminder, reminder]) {
      const landing = { score: 2 as const, signals, isTouch: false };
      expect(await landOnLink(await openLink(visit), landing)).toMatchObject({ review: { score: 4 } });
    }
    expect(await historyOf(access, second)).toEqual([
      CREATED,
      "message-updated sent",
      "message-updated sent",
    ]);
    expect((await readMessage(second)).reviewId).toBeNull();
    expect(await eventsOf(access)).toHaveLength(before + 1);
    expect((await readMessage(first)).revision).toBe(4);
  });

  test("a robot's visit after the rating is no click", async () => {
    const { access, second, token } = await delivered();
    await patchMessage(access, second, { status: "sending" });
    await patchMessage(access, second, { status: "sent", sentAt: new Date(), provider: "smtp" });
    await db.ratingLink.update({ where: { messageId: second }, data: { leftAt: new Date(0) } });
    await captureRating(await openLink(token), 4);
    const signals = { userAgent: "Slackbot 1.0", isPrefetch: false, isAutomated: false, tookDecoy: false };
    await landOnLink(await openLink(await tokenOf(second)), { score: 4, signals, isTouch: false });
    expect((await readMessage(second)).clickedAt).toBeNull();
  });

  test("twenty landings at once, by three links: one review, one click, one end for each reminder", async () => {
    const { access, first, second, third, token } = await delivered();
    const links = await Promise.all(
      [token, await tokenOf(second), await tokenOf(third)].map((text) => openLink(text)),
    );
    await Promise.all(Array.from({ length: 20 }, (_, at) => captureRating(links[at % 3] ?? raise(), 5)));
    const events = await eventsOf(access);
    const count = (type: string) => events.filter((event) => event.type === type).length;
    expect(count("review-created")).toBe(1);
    expect(count("message-deleted")).toBe(2);
    expect(new Set([first, second, third]).size).toBe(3);
    await requireNoGaps(access);
  });

  test("leaves a message that its sender holds", async () => {
    const { access, second, third, token } = await delivered();
    await patchMessage(access, second, { status: "sending" });
    await captureRating(await openLink(token), 4);
    expect((await readMessage(second)).status).toBe("sending");
    expect((await readMessage(third)).status).toBe("canceled");
  });

  test("that is rolled back leaves nothing", async () => {
    const { access, token } = await delivered();
    const before = await eventsOf(access);
    const link = await openLink(token);
    // The end of the last reminder can't be recorded, after review, click and the first reminder's end.
    await db.$executeRawUnsafe(`
      create function refuse_third() returns trigger language plpgsql as $$
      begin
        if new.type = 'message-deleted' then raise exception 'no'; end if;
        return new;
      end $$`);
    await db.$executeRawUnsafe(
      "create trigger refuse before insert on event for each row execute function refuse_third()",
    );
    await expect(captureRating(link, 4)).rejects.toThrow();
    await db.$executeRawUnsafe("drop trigger refuse on event");
    expect(await db.review.count({ where: { projectId: access.projectId } })).toBe(0);
    expect(await eventsOf(access)).toEqual(before);
    await requireNoGaps(access);
  });
});

describe("a rating and, at once,", () => {
  test.each([
    ["canceling a reminder", (access: Access, { third }: Ids) => cancelMessage(access, third)],
    ["canceling the request", (access: Access, { requestId }: Ids) => cancelRequest(access, requestId)],
    ["unsubscribing", (access: Access, { customerId }: Ids) => unsubscribe(access, customerId)],
    ["erasing the customer", (access: Access, { customerId }: Ids) => eraseCustomer(access, customerId)],
  ])("%s: each change happens once or not at all", async (_what, change) => {
    for (let round = 0; round < 5; round += 1) {
      const { access, token, ...ids } = await delivered();
      const link = await openLink(token);
      const codes = await settledCodes([captureRating(link, 4), change(access, ids), captureRating(link, 2)]);
      expect(codes.filter((code) => code !== "done" && code !== "conflict")).toEqual([]);
      const events = await eventsOf(access);
      const ends = events
        .filter(({ type }) => type === "message-deleted")
        .map(({ resourceId }) => resourceId);
      expect(new Set(ends).size).toBe(ends.length);
      expect(ends).toEqual(expect.arrayContaining([ids.second, ids.third]));
      expect(events.filter(({ type }) => type === "review-created").length).toBeLessThanOrEqual(1);
      await requireNoGaps(access);
    }
  });
});

type Ids = { requestId: string; customerId: string; third: string };

test("deleting the review keeps what the message has said, and its link answers no more", async () => {
  const { access, first, token } = await delivered();
  const review = await captureRating(await openLink(token), 4);
  const before = await eventsOf(access);
  await deleteReview(access, review?.id ?? "");
  expect(await readMessage(first)).toMatchObject({ reviewId: review?.id });
  expect(await eventsOf(access)).toHaveLength(before.length + 1);
  await expect(openLink(token)).rejects.toThrow(/canceled/);
});

test("unsubscribing ends what is unsent on that channel, with its reason", async () => {
  const access = await createMessageProject();
  const customer = { email: "jane@example.com", phone: "+14155550123" };
  const mail = await ask(access, { customer, reminders: 1 });
  const sms = await ask(access, { customer, channel: "sms" });
  await unsubscribe(access, mail.customerId);
  const reasons = (await eventsOf(access)).map(({ envelope }) => envelope["reason"]).filter(Boolean);
  expect(reasons).toEqual(["canceled_unsubscribed", "canceled_unsubscribed"]);
  expect((await readMessage(sms.messages[0]?.id ?? "")).status).toBe("scheduled");
});

function unsubscribe({ projectId }: Access, customerId: string): Promise<number> {
  return withEvents((tx) =>
    cancelUnsent(tx, { projectId, customerId, channel: "email" }, "canceled_unsubscribed"),
  );
}

const BROWSER =
  "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36";

function raise(): never {
  throw new Error("There are three links.");
}
