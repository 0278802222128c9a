import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { answerEmailReport } from "@/lib/messages/reports/answer-email-report";
import { signedEmailReport } from "@/lib/messages/testing/inbound-request";
import {
  createMessageProject,
  createTestMessage,
  eventsOf,
  readMessage,
} from "@/lib/messages/testing/test-message";
import { findSuppression } from "@/lib/suppressions/find-suppression";
import { createTestDatabase } from "@/prisma/testing/test-database";

const SECRET = `whsec_${Buffer.from("a secret of thirty-two bytes ok!").toString("base64")}`;
vi.stubEnv("ENCRYPTION_KEY", "an encryption key for this test only");
vi.stubEnv("EMAIL_WEBHOOK_SECRET", SECRET);
vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();

let project: Awaited<ReturnType<typeof createMessageProject>>;

beforeEach(async () => {
  project = await createMessageProject();
});

async function sentMessage() {
  const sentAt = new Date(Date.now() - 60_000);
  return createTestMessage(project.id, {
    message: {
      status: "sent",
      sentAt,
      createdAt: sentAt,
      provider: "smtp",
      providerMessageId: "<other@provider>",
    },
  });
}

const body = (type: string, messageId: string, more: object = {}) => ({
  type,
  timestamp: new Date().toISOString(),
  data: { message_id: messageId, ...more },
});
const post = (...args: Parameters<typeof signedEmailReport>) => answerEmailReport(signedEmailReport(...args));

describe("a report of an e-mail provider", () => {
  test("takes the message as far as it tells, with one event each", async () => {
    const { id, to } = await sentMessage();
    expect((await post(SECRET, body("email.delivered", id))).status).toBe(200);
    expect((await post(SECRET, body("email.opened", `<${id}@bakery.example>`))).status).toBe(200);
    expect((await post(SECRET, body("email.complained", id))).status).toBe(200);
    expect(await eventsOf(id)).toMatchObject([
      { revision: 2, status: "delivered" },
      { revision: 3, status: "delivered", changes: ["opened_at"] },
      { revision: 4, status: "complained" },
    ]);
    expect(await findSuppression(db, project.id, "email", to)).toMatchObject({ reason: "complained" });
  });

  test("finds a message by what the provider calls it", async () => {
    const { id } = await createTestMessage(project.id, {
      message: { status: "sent", sentAt: new Date(), provider: "smtp", providerMessageId: "<provider-7@x>" },
    });
    await post(SECRET, body("email.delivered", "<provider-7@x>"));
    expect(await readMessage(id)).toMatchObject({ status: "delivered" });
  });

  test("of a bounce says why and suppresses the address", async () => {
    const { id, to } = await sentMessage();
    await post(SECRET, body("email.bounced", id, { detail: "mailbox doesn't exist" }));
    expect(await readMessage(id)).toMatchObject({
      status: "failed",
      failureCode: "bounced",
      failureMessage: "It was returned: mailbox doesn't exist",
    });
    expect(await findSuppression(db, project.id, "email", to)).toMatchObject({ reason: "bounced" });
  });

  test("sent ten times at once is taken once", async () => {
    const { id } = await sentMessage();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(SECRET, body("email.opened", id), { id: "evt_same" })),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect((await readMessage(id)).reports).toHaveLength(1);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  test("in any order and all at once never goes back", async () => {
    const { id } = await sentMessage();
    const types = [
      "email.complained",
      "email.delivered",
      "email.sent",
      "email.opened",
      "email.bounced",
      "email.delivered",
    ];
    await Promise.all(types.map((type) => post(SECRET, body(type, id))));
    const message = await readMessage(id);
    expect(message.status).toBe("complained");
    expect(message.reports).toHaveLength(6);
    const revisions = (await eventsOf(id)).map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.map((_, index) => index + 2));
  });

  test("about a message that isn't ours, or of a kind that we don't know, is answered 200", async () => {
    expect(await (await post(SECRET, body("email.delivered", "<x@elsewhere>"))).json()).toEqual({
      result: "unknown_message",
    });
    const { id } = await sentMessage();
    expect(await (await post(SECRET, body("email.clicked", id))).json()).toEqual({ result: "ignored" });
    expect(await eventsOf(id)).toEqual([]);
  });
});

describe("who isn't the provider changes nothing", () => {
  const OTHER = `whsec_${Buffer.from("another secret, also 32 bytes ok").toString("base64")}`;

  async function refusedStatus(
    change: (request: Request) => Request | Promise<Request>,
    secret = SECRET,
    at = new Date(),
  ) {
    const { id } = await sentMessage();
    const request = await change(signedEmailReport(secret, body("email.bounced", id), { at }));
    const { status } = await answerEmailReport(request);
    expect(await readMessage(id)).toMatchObject({ status: "sent", revision: 1, reports: [] });
    expect(await db.suppression.count({ where: { projectId: project.id } })).toBe(0);
    return status;
  }

  const withHeader = (name: string, value: string) => (request: Request) => {
    request.headers.set(name, value);
    return request;
  };

  test.each<[string, (request: Request) => Request | Promise<Request>]>([
    ["without a signature", withHeader("webhook-signature", "")],
    ["with another id", withHeader("webhook-id", "evt_other")],
    ["with another time", withHeader("webhook-timestamp", String(Math.floor(Date.now() / 1_000) - 1))],
    ["with a time that isn't one", withHeader("webhook-timestamp", "NaN")],
    [
      "with one byte changed",
      async (request) =>
        new Request(request, {
          method: "POST",
          body: (await request.clone().text()).replace("bounced", "Bounced"),
        }),
    ],
  ])("%s: 403", async (_, change) => {
    expect(await refusedStatus(change)).toBe(403);
  });

  test("with another secret: 403", async () => {
    expect(await refusedStatus((request) => request, OTHER)).toBe(403);
  });

  test("with a signature of six minutes ago: 403", async () => {
    expect(await refusedStatus((request) => request, SECRET, new Date(Date.now() - 360_000))).toBe(403);
  });

  test("over 256 KB: 413, before anything is checked", async () => {
    expect((await post(OTHER, "x".repeat(256 * 1024 + 1))).status).toBe(413);
  });

  test.each(["{", "[]", "null", '{"type":"email.sent"}', '{"type":"email.sent","data":{"message_id":""}}'])(
    "signed, but %j: 422 and a sentence",
    async (text) => {
      const answer = await post(SECRET, text);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ code: "invalid", sentence: expect.any(String) });
    },
  );
});
