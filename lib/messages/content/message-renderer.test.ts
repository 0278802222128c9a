import { expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { createMessageRenderer } from "@/lib/messages/content/message-renderer";
import { createRatingLinkFixture } from "@/prisma/testing/rating-link-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();

const TOKEN = "8fK2x9Qw3ErT5yUi7";
const UNSUBSCRIBE = "https://reviews.example.com/u/4mZ8?a=1&b=2";
const LONG = "Wolfeschlegelsteinhausenbergerdorff ".repeat(6).slice(0, 200).trim();

const { project, customer } = await createRatingLinkFixture();
const render = await createMessageRenderer(db, project.id);

const mailTo = (names: { firstName: string | null; lastName?: string | null }, of = render) =>
  of({
    channel: "email",
    kind: "request",
    customer: { ...customer, ...names },
    token: TOKEN,
    unsubscribeUrl: UNSUBSCRIBE,
  });

const smsTo = (firstName: string | null, of = render) =>
  of({
    channel: "sms",
    kind: "request",
    customer: { ...customer, firstName },
    token: TOKEN,
    unsubscribeUrl: null,
  });

test("an e-mail has a link for each score in its HTML and in its text, and a way to unsubscribe", () => {
  const mail = mailTo(customer);
  for (const score of [1, 2, 3, 4, 5]) {
    expect(mail.html).toContain(`href="https://reviews.example.com/r/${TOKEN}/${score}"`);
  }
  expect(mail.text).toContain(`5 Excellent: https://reviews.example.com/r/${TOKEN}/5\n`);
  expect(mail.text).toContain(`Unsubscribe: ${UNSUBSCRIBE}`);
  expect(mail.html).toContain(`href="${UNSUBSCRIBE.replace("&", "&amp;")}"`);
  expect(mail).toMatchObject({
    subject: "How was Riverside Bakery?",
    segments: null,
    headers: {
      "List-Unsubscribe": `<${UNSUBSCRIBE}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  });
});

test("an SMS has five short lines and its segments", () => {
  const sms = smsTo("Jane");
  expect(sms).toMatchObject({ subject: null, html: null, segments: 3, headers: {} });
  expect(sms.text.split("\n")[1]).toBe(`1 Poor: https://reviews.example.com/r/${TOKEN}/1`);
  expect(sms.preview).toBe("Hi Jane, how was Riverside Bakery? Tap your rating: Reply STOP to opt out.");
  expect(sms.encoding).toBe("GSM-7");
  expect(smsTo("Zoë 🥐").segments).toBeGreaterThan(3);
  expect(smsTo("Zoë 🥐").encoding).toBe("UCS-2");
});

test.each([
  ["HTML", '<img src=x onerror="alert(1)">', "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;"],
  ["an attribute's end", '"><script>', "&quot;&gt;&lt;script&gt;"],
  ["an emoji", "Zoë 🥨", "Zoë 🥨"],
  ["right to left", "شيماء", "شيماء"],
  ["200 characters", LONG, LONG],
  ["a replacement pattern", "$& $1 $$", "$&amp; $1 $$"],
  ["a placeholder", "{{last_name}}", "{{last_name}}"],
  ["a slot", "\uE000s1\uE001", "s1"],
  ["line breaks", "Jane\r\nBcc: x", "Jane Bcc: x"],
  ["a link", "Jane https://evil.example/x", "Jane"],
  ["a scheme", "javascript:alert(1)", "there"],
  ["nothing", null, "there"],
])("a first name that is %s", (_kind, firstName, html) => {
  const mail = mailTo({ firstName });
  expect(mail.html).toContain(`Hi <span dir="auto">${html}</span>,`);
  expect(mail.html).not.toMatch(/<script|<img|javascript:|evil\.example|[\uE000\uE001]/);
  expect(mail.text.split("\n")[0]).toBe(
    `Hi ${html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&")},`,
  );
});

test("a name's line breaks don't reach the subject", async () => {
  const fixture = await createRatingLinkFixture();
  const words = { subject: "{{first_name}}, {{last_name}}: {{project_name}}", body: "{{rating_links}}" };
  await db.messageTemplate.create({
    data: { projectId: fixture.project.id, channel: "email", kind: "request", ...words },
  });
  const own = await createMessageRenderer(db, fixture.project.id);
  const mail = mailTo({ firstName: "A\r\nBcc: x", lastName: "\u202eB\u2028C" }, own);
  expect(mail.subject).toBe("A Bcc: x, B C: Riverside Bakery");
});

test("the token stands in links only", () => {
  for (const message of [mailTo(customer), smsTo("Jane")]) {
    const links = new RegExp(`https://reviews\\.example\\.com/r/${TOKEN}(/[1-5])?`, "g");
    const { html, text, ...rest } = message;
    expect(html?.replaceAll(links, "") ?? "").not.toContain(TOKEN);
    expect(text.replaceAll(links, "")).not.toContain(TOKEN);
    expect(JSON.stringify(rest)).not.toContain(TOKEN);
  }
});

test("the preview is the text's first 140 characters without links", () => {
  const { preview } = mailTo({ firstName: LONG });
  expect(preview).toHaveLength(140);
  expect(mailTo(customer).preview).not.toMatch(/http|Poor/);
});

test("what the project chose: one button, a reply-to address, its postal address, its words", async () => {
  const fixture = await createRatingLinkFixture();
  const projectId = fixture.project.id;
  await db.messageSettings.create({
    data: {
      projectId,
      linkStyle: "button",
      replyTo: "hello@example.com",
      postalAddress: "12 Mill Lane\n<Oxford>",
    },
  });
  await db.messageTemplate.create({
    data: { projectId, channel: "sms", kind: "request", body: "Rate <us> & more: {{rating_link}}" },
  });
  const own = await createMessageRenderer(db, projectId);
  const mail = mailTo(customer, own);
  expect(mail.html).toContain(`href="https://reviews.example.com/r/${TOKEN}"`);
  expect(mail.html).not.toContain(`${TOKEN}/5`);
  for (const score of [1, 2, 3, 4, 5]) {
    expect(mail.text).toContain(`: https://reviews.example.com/r/${TOKEN}/${score}\n`);
  }
  expect(mail.html).toContain("12 Mill Lane<br/>&lt;Oxford&gt;");
  expect(mail.text).toContain("12 Mill Lane\n<Oxford>");
  expect(mail.headers["Reply-To"]).toBe("hello@example.com");
  expect(smsTo("Jane", own).text).toBe(`Rate <us> & more: https://reviews.example.com/r/${TOKEN}`);
});

test("an e-mail can't be made without a way to unsubscribe, nor in an unknown project", async () => {
  for (const unsubscribeUrl of [null, "", "javascript:alert(1)", "/u/1"]) {
    const mail = { channel: "email", kind: "request", customer, token: TOKEN, unsubscribeUrl } as const;
    expect(() => render(mail)).toThrow();
  }
  await expect(createMessageRenderer(db, "prj_unknown")).rejects.toMatchObject({ code: "not_found" });
});
