import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { answerTwilio } from "@/lib/messages/reports/answer-twilio";
import { twilioSignature } from "@/lib/messages/reports/twilio-signature";
import {
  createMessageProject,
  createTestMessage,
  eventsOf,
  readMessage,
} from "@/lib/messages/testing/test-message";
import { findSuppression } from "@/lib/suppressions/find-suppression";
import { createTestDatabase } from "@/prisma/testing/test-database";

const TOKEN = "the auth token of these tests";
const DOOR = "https://reviews.example.com/api/inbound/twilio";
vi.stubEnv("ENCRYPTION_KEY", "an encryption key for this test only");
vi.stubEnv("TWILIO_AUTH_TOKEN", TOKEN);
vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();

let project: Awaited<ReturnType<typeof createMessageProject>>;

beforeEach(async () => {
  project = await createMessageProject();
});

/** Calls the door as a proxy passes it on, with a signature over the public URL. */
type How = { search?: string; signedUrl?: string; sent?: Record<string, string>; token?: string };

function post(
  fields: Record<string, string>,
  { search = "", signedUrl, sent = fields, token = TOKEN }: How = {},
) {
  const signature = twilioSignature(token, signedUrl ?? DOOR + search, new URLSearchParams(fields));
  return answerTwilio(
    new Request(`http://10.0.0.7:3000/api/inbound/twilio${search}`, {
      method: "POST",
      headers: { "x-twilio-signature": signature },
      body: new URLSearchParams(sent),
    }),
  );
}

let sids = 0;
async function sentSms(to?: string) {
  sids += 1;
  const sid = `SM${String(sids).padStart(32, "0")}`;
  const message = await createTestMessage(project.id, {
    channel: "sms",
    ...(to && { to }),
    message: { status: "sent", sentAt: new Date(), provider: "twilio", providerMessageId: sid },
  });
  return { ...message, sid };
}

describe("what became of an SMS", () => {
  test("is found by the message in the URL or by Twilio's id, once each", async () => {
    const { id, sid } = await sentSms();
    expect(
      (await post({ MessageSid: sid, MessageStatus: "delivered" }, { search: `?message=${id}` })).status,
    ).toBe(200);
    expect((await post({ MessageSid: sid, MessageStatus: "delivered" })).status).toBe(200);
    expect((await post({ MessageSid: sid, MessageStatus: "sent" })).status).toBe(200);
    expect((await post({ MessageSid: sid, MessageStatus: "queued" })).status).toBe(200);
    expect(await eventsOf(id)).toMatchObject([{ status: "delivered" }]);
    expect((await readMessage(id)).reports.map(({ kind }) => kind)).toEqual(["delivered", "sent"]);
  });

  test("that could not be delivered says why", async () => {
    const { id, sid } = await sentSms();
    await post({ MessageSid: sid, MessageStatus: "undelivered", ErrorCode: "30006" });
    expect(await readMessage(id)).toMatchObject({
      status: "failed",
      failureCode: "invalid_number",
      failureProviderCode: "30006",
    });
  });

  test("comes before Twilio's own answer: nothing is lost", async () => {
    const { id, sid } = await sentSms();
    await db.message.update({
      where: { id },
      data: { status: "sending", sentAt: null, providerMessageId: null },
    });
    await post({ MessageSid: sid, MessageStatus: "delivered" }, { search: `?message=${id}` });
    expect(await readMessage(id)).toMatchObject({ status: "delivered" });
  });

  test("that isn't ours is answered 200", async () => {
    expect((await post({ MessageSid: "SM_other", MessageStatus: "delivered" })).status).toBe(200);
  });
});

describe("a reply", () => {
  test("of STOP suppresses the number, marks its customer and cancels what is unsent; START undoes it", async () => {
    const { id, to, customer, sid } = await sentSms();
    const waiting = await createTestMessage(project.id, { channel: "sms", to: "+14155559001" });
    await db.message.update({ where: { id: waiting.id }, data: { customerId: customer.id, to } });
    const answer = await post({ MessageSid: `${sid}r`, From: to, To: "+14155550100", Body: " Stop. " });
    expect(await answer.text()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response></Response>');
    expect(await findSuppression(db, project.id, "sms", to)).toMatchObject({ reason: "stopped" });
    expect(
      (await db.customer.findUniqueOrThrow({ where: { id: customer.id } })).smsUnsubscribedAt,
    ).not.toBeNull();
    expect(await eventsOf(waiting.id)).toMatchObject([
      { type: "message-deleted", reason: "canceled_unsubscribed" },
    ]);
    expect(await readMessage(id)).toMatchObject({ status: "sent" });
    await post({ MessageSid: `${sid}s`, From: to, Body: "START" });
    expect(await findSuppression(db, project.id, "sms", to)).toBeNull();
    expect(
      (await db.customer.findUniqueOrThrow({ where: { id: customer.id } })).smsUnsubscribedAt,
    ).toBeNull();
  });

  test("of HELP is answered, unless Twilio has", async () => {
    const { to } = await sentSms();
    const own = await (await post({ MessageSid: "SM1", From: to, Body: "help" })).text();
    expect(own).toContain("<Message>You get messages from Riverside Bakery");
    const handled = await post({ MessageSid: "SM2", From: to, Body: "help", OptOutType: "HELP" });
    expect(await handled.text()).not.toContain("<Message>");
  });

  test("of anything else changes nothing", async () => {
    const { to } = await sentSms();
    expect((await post({ MessageSid: "SM3", From: to, Body: "Thanks, 5 stars" })).status).toBe(200);
    expect(await db.suppression.count({ where: { projectId: project.id } })).toBe(0);
  });
});

describe("who isn't Twilio changes nothing: 403", () => {
  test.each([
    ["a changed parameter", { sent: { MessageSid: "SMx", MessageStatus: "failed" } }],
    ["an added parameter", { sent: { MessageSid: "SMx", MessageStatus: "delivered", ErrorCode: "1" } }],
    ["another host", { signedUrl: `https://evil.example.com/api/inbound/twilio` }],
    ["another scheme", { signedUrl: DOOR.replace("https:", "http:") }],
    ["another query", { search: "?message=msg_x", signedUrl: DOOR }],
    ["another token", { token: "the token of somebody else" }],
  ])("%s", async (_, how) => {
    const { id, sid } = await sentSms();
    const fields = { MessageSid: sid, MessageStatus: "delivered" };
    const sent = "sent" in how ? { ...how.sent, MessageSid: sid } : fields;
    expect((await post(fields, { ...how, sent })).status).toBe(403);
    expect(await readMessage(id)).toMatchObject({ status: "sent", revision: 1, reports: [] });
  });

  test("a STOP without a signature", async () => {
    const { to } = await sentSms();
    const request = new Request(DOOR, {
      method: "POST",
      body: new URLSearchParams({ From: to, Body: "STOP" }),
    });
    expect((await answerTwilio(request)).status).toBe(403);
    expect(await db.suppression.count({ where: { projectId: project.id } })).toBe(0);
  });

  test("over 256 KB: 413", async () => {
    expect((await post({ Body: "x".repeat(257 * 1024) })).status).toBe(413);
  });
});
