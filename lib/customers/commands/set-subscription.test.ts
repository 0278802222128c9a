import { beforeEach, expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { setSubscription } from "@/lib/customers/commands/set-subscription";
import { addCustomer } from "@/lib/customers/commands/save-customer";
import { customerInput } from "@/lib/customers/schema";
import { db } from "@/lib/db/client";
import { forgetEnv } from "@/lib/env";
import { askForReview } from "@/lib/requests/commands/ask-for-review";
import { askInput } from "@/lib/requests/schema";
import { findSuppression } from "@/lib/suppressions/find-suppression";
import { suppress } from "@/lib/suppressions/suppress";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

await createTestDatabase();

beforeEach(() => {
  vi.stubEnv("ENCRYPTION_KEY", "k".repeat(32));
  forgetEnv();
});

const EMAIL = "jane@example.com";
const later = new Date(Date.now() + 86_400_000).toISOString();

async function addJane(access: Access): Promise<string> {
  const { id } = await addCustomer(access, customerInput.parse({ email: EMAIL, phone: "+14155550123" }));
  return id;
}

const askBy = (access: Access, id: string, channel: "email" | "sms") =>
  askForReview(access, askInput.parse({ customer: { id }, channel, sendAt: later }));

test("unsubscribing from one channel cancels what it would still have sent, and leaves the other alone", async () => {
  const access = await createTestProject();
  const id = await addJane(access);
  await askBy(access, id, "email");
  await askBy(access, id, "sms");

  await setSubscription(access, { id, channel: "email", isSubscribed: false });

  const messages = await db.message.findMany({ where: { customerId: id }, orderBy: { channel: "asc" } });
  expect(messages.map(({ channel, status }) => [channel, status])).toEqual([
    ["email", "canceled"],
    ["sms", "scheduled"],
  ]);
  const deleted = await db.event.findFirstOrThrow({
    where: { projectId: access.projectId, type: "message-deleted" },
  });
  expect(JSON.parse(deleted.body)).toMatchObject({ reason: "canceled_unsubscribed" });
  await expect(askBy(access, id, "email")).rejects.toMatchObject({ code: "conflict" });
});

test("subscribing again lifts what the customer said, not what a mail server or a complaint said", async () => {
  const access = await createTestProject();
  const { projectId } = access;
  const id = await addJane(access);
  await setSubscription(access, { id, channel: "email", isSubscribed: false });
  await setSubscription(access, { id, channel: "email", isSubscribed: true });
  expect(await findSuppression(db, projectId, "email", EMAIL)).toBeNull();
  await askBy(access, id, "email");

  await suppress(db, { projectId, channel: "email", address: EMAIL }, "complained");
  await setSubscription(access, { id, channel: "email", isSubscribed: true });
  expect(await findSuppression(db, projectId, "email", EMAIL)).toMatchObject({ reason: "complained" });
});

test("a customer of another project keeps their subscription", async () => {
  const mine = await createTestProject();
  const id = await addJane(await createTestProject());
  await expect(setSubscription(mine, { id, channel: "email", isSubscribed: false })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await db.customer.findUniqueOrThrow({ where: { id } })).toMatchObject({ emailUnsubscribedAt: null });
});
