import { simpleParser } from "mailparser";
import { afterEach, describe, expect, test } from "vitest";
import type { OutgoingEmail } from "@/lib/messages/drivers/message-driver";
import { createSmtpDriver, SMTP_SETTINGS } from "@/lib/messages/drivers/smtp-driver";
import { type SmtpScript, startBrokenSmtpServer, startSmtpServer } from "@/lib/messages/testing/smtp-servers";

const opened: { close: () => Promise<unknown> }[] = [];
const closeLater = <Closable extends { close: () => Promise<unknown> }>(each: Closable): Closable => {
  opened.push(each);
  return each;
};

afterEach(async () => {
  for (const each of opened.splice(0).toReversed()) await each.close();
});

const driverFor = (url: string, settings: Partial<typeof SMTP_SETTINGS> = {}) =>
  closeLater(createSmtpDriver({ ...SMTP_SETTINGS, ...settings, url }));

const UNSUBSCRIBE = `https://reviews.example.com/u/${"v1.0a1b2c3d.".padEnd(90, "aB3-_")}u`;

const mail = (more: Partial<OutgoingEmail> = {}): OutgoingEmail => ({
  id: "msg_01KAPQ71X5P8R2T4V6W9YZBCDE",
  from: { name: "Riverside Bakery", address: "reviews@bakery.example" },
  to: { name: "Jane Doe", address: "jane@example.com" },
  subject: "How was it?",
  text: "Hi Jane,\n.\nbye",
  html: "<p>Hi Jane</p>",
  headers: {
    "List-Unsubscribe": `<${UNSUBSCRIBE}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "Reply-To": "ada@bakery.example",
  },
  ...more,
});

describe("a mail that the server takes", () => {
  test("arrives whole, with a Message-ID of its own and one header each to unsubscribe by", async () => {
    const server = closeLater(await startSmtpServer());
    const outcome = await driverFor(server.url).send(mail());
    const messageId = "<msg_01KAPQ71X5P8R2T4V6W9YZBCDE@bakery.example>";
    expect(outcome).toEqual({ kind: "accepted", providerMessageId: messageId });
    const [received] = server.mails;
    expect(received).toMatchObject({ from: "reviews@bakery.example", to: ["jane@example.com"] });
    const parsed = await simpleParser(received?.raw ?? "");
    expect(parsed).toMatchObject({ messageId, subject: "How was it?", html: "<p>Hi Jane</p>" });
    expect(parsed.text?.trimEnd()).toBe("Hi Jane,\n.\nbye");
    expect(parsed.from?.text).toBe('"Riverside Bakery" <reviews@bakery.example>');
    expect(parsed.replyTo?.text).toBe("ada@bakery.example");
    const names = parsed.headerLines.map(({ key }) => key);
    for (const name of ["list-unsubscribe", "list-unsubscribe-post", "message-id", "to", "from", "subject"]) {
      expect(
        names.filter((each) => each === name),
        name,
      ).toHaveLength(1);
    }
    const unfolded = (received?.raw ?? "").replaceAll(/\r\n[ \t]+/g, " ");
    expect(unfolded).toContain(`List-Unsubscribe: <${UNSUBSCRIBE}>\r\n`);
    expect(unfolded).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
  });

  test("is sent over connections that are kept, many at once", async () => {
    const server = closeLater(await startSmtpServer());
    const driver = driverFor(server.url, { connectionsMax: 3 });
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, index) => driver.send(mail({ id: `msg_${index}` }))),
    );
    expect(outcomes.every(({ kind }) => kind === "accepted")).toBe(true);
    expect(new Set(server.mails.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1])).size).toBe(30);
    expect(server.connections()).toBeLessThanOrEqual(3);
  });

  test("asks for a delivery status notification where the server offers them, and only there", async () => {
    const offering = closeLater(await startSmtpServer(undefined, { hideDSN: false }));
    await driverFor(offering.url).send(mail());
    expect(offering.mails[0]?.envelope).toMatchObject({
      from: { RET: "HDRS", ENVID: "msg_01KAPQ71X5P8R2T4V6W9YZBCDE" },
      to: [{ NOTIFY: "FAILURE", ORCPT: "rfc822;jane@example.com" }],
    });
    const returning = driverFor(offering.url, { returnPath: "bounces@bakery.example" });
    await returning.send(mail());
    expect(offering.mails[1]).toMatchObject({
      from: "bounces@bakery.example",
      envelope: { to: [{ NOTIFY: "SUCCESS,FAILURE" }] },
    });
    expect(offering.mails[1]?.raw).toContain("From: Riverside Bakery <reviews@bakery.example>");
    const silent = closeLater(await startSmtpServer(undefined, { hideDSN: true }));
    await driverFor(silent.url).send(mail());
    expect(silent.mails[0]?.envelope.to).toEqual([{}]);
  });
});

describe("what is meant to be one mail to one person stays that", () => {
  test.each([
    "jane@example.com, all@example.com",
    "jane@example.com,all@example.com",
    '"jane" <jane@example.com>',
    "jane@example.com\r\nRCPT TO:<all@example.com>",
    "jane@example.com\nBcc: all@example.com",
    "list: jane@example.com;",
    "",
  ])("an address like %j is refused and nothing is sent", async (address) => {
    const server = closeLater(await startSmtpServer());
    const outcome = await driverFor(server.url).send(mail({ to: { name: "", address } }));
    expect(outcome).toMatchObject({ kind: "refused", failure: { code: "invalid_address" } });
    expect(server.mails).toEqual([]);
    expect(server.connections()).toBe(0);
  });

  test("names, subjects and headers with line breaks, commas or HTML add no header and no recipient", async () => {
    const server = closeLater(await startSmtpServer());
    const evil = "Jane, <all@example.com>\r\nBcc: all@example.com\r\n\r\n<script>alert(1)</script>";
    const outcome = await driverFor(server.url).send(
      mail({
        from: { name: evil, address: "reviews@bakery.example" },
        to: { name: evil, address: "jane@example.com" },
        subject: evil,
        headers: {
          "X-Note": evil,
          "X-Evil\r\nBcc": "all@example.com",
          Bcc: "all@example.com",
          To: "all@example.com",
        },
      }),
    );
    expect(outcome.kind).toBe("accepted");
    const [received] = server.mails;
    expect(received?.to).toEqual(["jane@example.com"]);
    const parsed = await simpleParser(received?.raw ?? "");
    expect(parsed.headerLines.map(({ key }) => key)).not.toContain("bcc");
    const to = [parsed.to].flat().flatMap((each) => each?.value ?? []);
    expect(to.map(({ address }) => address)).toEqual(["jane@example.com"]);
    expect(parsed.from?.value.map(({ address }) => address)).toEqual(["reviews@bakery.example"]);
    expect(parsed.text?.trimEnd()).toBe("Hi Jane,\n.\nbye");
  });
});

describe("a mail that the server doesn't take", () => {
  test.each([
    ["RCPT", 550, "5.1.1 No such user", "refused", "address_unknown", "550 5.1.1"],
    ["RCPT", 550, "5.7.1 Not from you", "refused", "mail_server_refused", "550 5.7.1"],
    ["MAIL", 553, "Bad sender", "refused", "mail_server_refused", "553"],
    ["DATA", 554, "5.6.0 Spam", "refused", "mail_server_refused", "554 5.6.0"],
    ["RCPT", 451, "4.7.1 Greylisted", "temporary", "mail_server_deferred", "451 4.7.1"],
    ["DATA", 452, "4.2.2 Mailbox full", "temporary", "mail_server_deferred", "452 4.2.2"],
    ["MAIL", 421, "4.3.2 Too busy", "temporary", "mail_server_deferred", "421 4.3.2"],
  ] as const)("at %s with %i %s: %s", async (at, code, text, kind, failureCode, providerCode) => {
    const server = closeLater(await startSmtpServer(() => ({ at, code, text })));
    const outcome = await driverFor(server.url).send(mail());
    expect(outcome).toMatchObject({ kind, failure: { code: failureCode, providerCode } });
    expect(outcome.kind !== "accepted" && outcome.failure.message).toContain(text);
    expect(server.mails).toEqual([]);
  });

  test("the next one goes over the same connection", async () => {
    const server = closeLater(
      await startSmtpServer((address) =>
        address.startsWith("gone") ? { at: "RCPT", code: 550, text: "5.1.1 No such user" } : null,
      ),
    );
    const driver = driverFor(server.url, { connectionsMax: 1 });
    await driver.send(mail({ to: { name: "", address: "gone@example.com" } }));
    expect((await driver.send(mail())).kind).toBe("accepted");
    expect(server.connections()).toBe(1);
  });

  test("a refused sign-in is ours to mend: temporary", async () => {
    const server = closeLater(
      await startSmtpServer(undefined, {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: (_auth, _session, done) => done(Object.assign(new Error("No"), { responseCode: 535 })),
      }),
    );
    const outcome = await driverFor(server.url.replace("//", "//user:secret@")).send(mail());
    expect(outcome).toMatchObject({ kind: "temporary", failure: { code: "mail_server_sign_in" } });
    expect(JSON.stringify(outcome)).not.toContain("secret");
  });

  test("nobody listens: temporary", async () => {
    const server = await startSmtpServer();
    await server.close();
    const outcome = await driverFor(server.url).send(mail());
    expect(outcome).toMatchObject({ kind: "temporary", failure: { code: "mail_server_unreachable" } });
  });
});

describe("a server that breaks", () => {
  const outcomeWith = async (script: SmtpScript) => {
    const server = closeLater(await startBrokenSmtpServer(script));
    const outcome = await driverFor(server.url, { replyMs: 300, totalMs: 3_000 }).send(mail());
    return { outcome, seen: server.seen };
  };

  test.each<[string, SmtpScript]>([
    ["doesn't greet", { CONNECT: "hang" }],
    ["hangs up at the greeting", { CONNECT: "die" }],
    ["hangs up at EHLO", { EHLO: "die" }],
    ["falls silent at the sender", { MAIL: "hang" }],
    ["hangs up at the recipient", { RCPT: "die" }],
    ["hangs up before it asks for the message", { DATA: "die" }],
    ["falls silent before it asks for the message", { DATA: "hang" }],
  ])("and %s: nothing has left, it is tried again later", async (_, script) => {
    const { outcome, seen } = await outcomeWith(script);
    expect(outcome).toMatchObject({ kind: "temporary", failure: { code: "mail_server_unreachable" } });
    expect(seen).not.toContain(".");
  });

  test.each<[string, SmtpScript]>([
    ["dies in the middle of the message", { BYTES: "die" }],
    ["dies after the message, before its answer", { ".": "die" }],
    ["falls silent after the message", { ".": "hang" }],
  ])("and %s: it may have been sent, and is never sent a second time", async (_, script) => {
    const { outcome, seen } = await outcomeWith(script);
    expect(outcome).toMatchObject({ kind: "unknown", failure: { code: "unknown_after_crash" } });
    expect(seen.filter((command) => command === "DATA")).toHaveLength(1);
  });

  test("and refuses the message while it hangs up: refused, as it said", async () => {
    const { outcome } = await outcomeWith({ ".": "554 5.3.0 no\r\n221 bye" });
    expect(outcome).toMatchObject({ kind: "refused", failure: { providerCode: "554 5.3.0" } });
  });

  test("takes longer than a message may take: given up", async () => {
    const server = closeLater(await startBrokenSmtpServer({ RCPT: "hang" }));
    const outcome = await driverFor(server.url, { replyMs: 20_000, totalMs: 200 }).send(mail());
    expect(outcome.kind).toBe("temporary");
  });
});
