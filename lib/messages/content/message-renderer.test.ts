import { expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { createMessageRenderer } from "@/lib/messages/content/message-renderer";
import { createRatingLinkFixture } from "@/prisma/testing/rating-link-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();

const TOKEN = "8fK2x9Qw3ErT5yUi7";
const UNSUBSCRIBE = "https://reviews.example.com/u/4mZ8";

test("an e-mail has a link for each score in its HTML and in its text, and a way to unsubscribe", async () => {
  const { project, customer } = await createRatingLinkFixture();
  const render = await createMessageRenderer(db, project.id);
  const mail = render({
    channel: "email",
    kind: "request",
    customer,
    token: TOKEN,
    unsubscribeUrl: UNSUBSCRIBE,
  });
  for (const score of [1, 2, 3, 4, 5]) {
    expect(mail.html).toContain(`href="https://reviews.example.com/r/${TOKEN}/${score}"`);
  }
  expect(mail.text).toContain(`5 Excellent: https://reviews.example.com/r/${TOKEN}/5\n`);
  expect(mail.text).toContain(`Unsubscribe: ${UNSUBSCRIBE}`);
  expect(mail.html).toContain(`href="${UNSUBSCRIBE}"`);
  expect(mail).toMatchObject({
    subject: "How was Riverside Bakery?",
    segments: null,
    headers: {
      "List-Unsubscribe": `<${UNSUBSCRIBE}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  });
});

test("an SMS has five short lines and its segments", async () => {
  const { project, customer } = await createRatingLinkFixture();
  const render = await createMessageRenderer(db, project.id);
  const sms = render({ channel: "sms", kind: "request", customer, token: TOKEN, unsubscribeUrl: null });
  expect(sms).toMatchObject({ subject: null, html: null, segments: 3, headers: {} });
  expect(sms.text.split("\n")[1]).toBe(`1 Poor: https://reviews.example.com/r/${TOKEN}/1`);
  expect(sms.preview).toBe("Hi Jane, how was Riverside Bakery? Tap your rating: Reply STOP to opt out.");
});
