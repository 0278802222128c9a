import { afterEach, describe, expect, test } from "vitest";
import type { OutgoingSms } from "@/lib/messages/drivers/message-driver";
import { createTwilioDriver } from "@/lib/messages/drivers/twilio-driver";
import { refuseSms, startTwilioServer } from "@/lib/messages/testing/twilio-server";

const opened: { close: () => Promise<unknown> }[] = [];

afterEach(async () => {
  for (const each of opened.splice(0).toReversed()) await each.close();
});

const SMS: OutgoingSms = {
  id: "msg_01KAPQ71X5P8R2T4V6W9YZBCDE",
  from: "+14155550100",
  to: "+14155550123",
  text: "Hi Jané & Co, how was it? https://reviews.example.com/r/abc + more",
};

async function driverWith(...answer: Parameters<typeof startTwilioServer>) {
  const server = await startTwilioServer(...answer);
  const driver = driverOf(server.url);
  opened.push(server);
  return { server, driver };
}

function driverOf(apiUrl: string, totalMs = 2_000) {
  const driver = createTwilioDriver({
    apiUrl,
    accountSid: "AC00000000000000000000000000000001",
    authToken: "the token of these tests",
    statusCallbackUrl: (id) => `https://reviews.example.com/api/inbound/twilio?message=${id}`,
    totalMs,
  });
  opened.push(driver);
  return driver;
}

describe("an SMS that Twilio takes", () => {
  test("is posted as its API wants it, and has Twilio's id from then on", async () => {
    const { server, driver } = await driverWith();
    expect(await driver.send(SMS)).toEqual({ kind: "accepted", providerMessageId: `SM${"0".repeat(31)}1` });
    const [request] = server.requests;
    expect(request).toMatchObject({
      method: "POST",
      path: "/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json",
    });
    expect(
      Buffer.from(request?.headers.authorization?.slice("Basic ".length) ?? "", "base64").toString(),
    ).toBe("AC00000000000000000000000000000001:the token of these tests");
    expect(Object.fromEntries(request?.form ?? [])).toEqual({
      To: SMS.to,
      From: SMS.from,
      Body: SMS.text,
      StatusCallback: `https://reviews.example.com/api/inbound/twilio?message=${SMS.id}`,
    });
  });

  test("names a messaging service where the sender is one", async () => {
    const { server, driver } = await driverWith();
    await driver.send({ ...SMS, from: "MG00000000000000000000000000000001" });
    const form = Object.fromEntries(server.requests[0]?.form ?? []);
    expect(form).toMatchObject({ MessagingServiceSid: "MG00000000000000000000000000000001" });
    expect(form).not.toHaveProperty("From");
  });
});

describe("an SMS that Twilio doesn't take", () => {
  test.each([
    [400, 21610, "refused", "recipient_stopped"],
    [400, 21211, "refused", "invalid_number"],
    [400, 21614, "refused", "invalid_number"],
    [400, 21617, "refused", "sms_provider_refused"],
    [404, 20404, "refused", "sms_provider_refused"],
    [403, 21610, "refused", "recipient_stopped"],
    [401, 20003, "temporary", "sms_provider_deferred"],
    [429, 20429, "temporary", "sms_provider_deferred"],
    [503, null, "temporary", "sms_provider_deferred"],
    [500, 20500, "unknown", "unknown_after_crash"],
    [302, null, "unknown", "unknown_after_crash"],
  ] as const)("%i with code %s: %s, %s", async (status, code, kind, failureCode) => {
    const { server, driver } = await driverWith(refuseSms(status, code, "Because"));
    expect(await driver.send(SMS)).toMatchObject({ kind, failure: { code: failureCode } });
    expect(server.requests).toHaveLength(1);
  });

  test("nobody listens: temporary", async () => {
    const { server, driver } = await driverWith();
    await server.close();
    opened.splice(opened.indexOf(server), 1);
    expect(await driver.send(SMS)).toMatchObject({
      kind: "temporary",
      failure: { code: "sms_provider_unreachable" },
    });
  });
});

describe("an SMS of which nobody knows", () => {
  test("the connection breaks after the request: it may have been sent, and isn't posted again", async () => {
    const { server, driver } = await driverWith((_request, response) => response.destroy());
    expect(await driver.send(SMS)).toMatchObject({
      kind: "unknown",
      failure: { code: "unknown_after_crash" },
    });
    expect(server.requests).toHaveLength(1);
  });

  test("no answer in time", async () => {
    const { server } = await driverWith(() => undefined);
    expect(await driverOf(server.url, 200).send(SMS)).toMatchObject({ kind: "unknown" });
  });

  test("taken, by an answer that isn't Twilio's", async () => {
    const { driver } = await driverWith((_request, response) => response.end("<html>welcome</html>"));
    expect(await driver.send(SMS)).toMatchObject({ kind: "unknown" });
  });
});
