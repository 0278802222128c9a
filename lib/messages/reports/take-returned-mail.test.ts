import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { createSmtpDriver, SMTP_SETTINGS } from "@/lib/messages/drivers/smtp-driver";
import { outboxDriver } from "@/lib/messages/drivers/outbox-driver";
import { answerEmailReport } from "@/lib/messages/reports/answer-email-report";
import { sendMessage } from "@/lib/messages/sending/send-message";
import { returnedMail } from "@/lib/messages/testing/returned-mail";
import { useSendTestBed } from "@/lib/messages/testing/send-test-bed";
import { startSmtpServer } from "@/lib/messages/testing/smtp-servers";
import { createTestMessage, eventsOf, readMessage } from "@/lib/messages/testing/test-message";
import { findSuppression } from "@/lib/suppressions/find-suppression";

const SECRET = "the secret of the mail server's pipe";
vi.stubEnv("EMAIL_WEBHOOK_SECRET", SECRET);
const { project, tools } = await useSendTestBed();

const server = await startSmtpServer(undefined, { hideDSN: false });
const driver = createSmtpDriver({ ...SMTP_SETTINGS, url: server.url, returnPath: "bounces@bakery.example" });
afterAll(async () => {
  await driver.close();
  await server.close();
});

/** As a mail server's pipe brings it: `curl --data-binary @- -H 'Content-Type: message/rfc822' -H 'Authorization: Bearer …'`. */
async function pipe(raw: string, secret = SECRET): Promise<[number, unknown]> {
  const answer = await answerEmailReport(
    new Request("https://reviews.example.com/api/inbound/email", {
      method: "POST",
      headers: { "content-type": "message/rfc822", authorization: `Bearer ${secret}` },
      body: raw,
    }),
  );
  return [answer.status, await answer.json()];
}

/** A mail that the server took, and what the server was asked to report about it. */
let sent: { id: string; to: string; envelopeId: string };
beforeEach(async () => {
  const { id, to } = await createTestMessage(project().id);
  await sendMessage(id, tools({ drivers: () => ({ email: driver, sms: outboxDriver }) }));
  const { from, envelope } = server.mails.at(-1) ?? {};
  expect(from).toBe("bounces@bakery.example");
  expect(envelope).toMatchObject({ from: { ENVID: id }, to: [{ NOTIFY: "SUCCESS,FAILURE" }] });
  sent = { id, to, envelopeId: id };
});

const failed = ["Action: failed", "Status: 5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 No such user"];

test("a mail that came back has failed, in the words of the server, and nobody writes there again", async () => {
  const raw = returnedMail(failed, sent);
  expect(await pipe(raw)).toEqual([200, { result: "taken" }]);
  expect(await readMessage(sent.id)).toMatchObject({
    status: "failed",
    failureCode: "bounced",
    failureMessage: "It was returned: 550 5.1.1 No such user",
    failureProviderCode: "5.1.1",
  });
  expect(await findSuppression(db, project().id, "email", sent.to)).toMatchObject({ reason: "bounced" });
  expect((await eventsOf(sent.id)).map(({ status }) => status)).toEqual(["sent", "failed"]);

  expect(await pipe(raw)).toEqual([200, { result: "known" }]);
  expect(await eventsOf(sent.id)).toHaveLength(2);
});

test("a full mailbox is a failure, and no reason never to write again", async () => {
  await pipe(returnedMail(["Action: failed", "Status: 5.2.2"], sent));
  expect(await readMessage(sent.id)).toMatchObject({ status: "failed", failureProviderCode: "5.2.2" });
  expect(await findSuppression(db, project().id, "email", sent.to)).toBeNull();
});

test("a mail that arrived is delivered, and may still come back", async () => {
  await pipe(returnedMail(["Action: delivered", "Status: 2.0.0"], sent));
  expect(await readMessage(sent.id)).toMatchObject({ status: "delivered", deliveredAt: expect.any(Date) });
  await pipe(returnedMail(failed, sent));
  expect((await eventsOf(sent.id)).map(({ status }) => status)).toEqual(["sent", "delivered", "failed"]);
});

test("without the secret nothing is read, and what says nothing of ours is taken without a word", async () => {
  const raw = returnedMail(failed, sent);
  for (const wrong of ["", "another secret of a mail server", `${SECRET}x`]) {
    expect(await pipe(raw, wrong)).toMatchObject([403, { code: "forbidden" }]);
  }
  expect(await pipe("Subject: Win a prize\r\n\r\nNow")).toEqual([200, { result: "ignored" }]);
  const stranger = { envelopeId: "msg_01KAPQ71X5P8R2T4V6W9YZBCDE" };
  expect(await pipe(returnedMail(failed, stranger))).toEqual([200, { result: "unknown_message" }]);
  expect(await pipe("x".repeat(300_000))).toMatchObject([413, { code: "payload_too_large" }]);
  expect((await readMessage(sent.id)).status).toBe("sent");
});
