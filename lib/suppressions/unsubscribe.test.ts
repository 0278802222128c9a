import { describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import {
  createMessageProject,
  createTestMessage,
  eventsOf,
  readMessage,
} from "@/lib/messages/testing/test-message";
import { unsubscribeToken } from "@/lib/messages/unsubscribe-token";
import { resubscribeAddress, unsubscribeAddress } from "@/lib/suppressions/unsubscribe-address";
import { findUnsubscribeLink } from "@/lib/suppressions/unsubscribe-link";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("ENCRYPTION_KEY", "an encryption key for this test only");
vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();

async function openLink(token: string) {
  const link = await findUnsubscribeLink(token);
  if (!link) throw new Error("The link isn't open.");
  return link;
}

describe("an unsubscribe link", () => {
  test("stops one channel of one customer: what is unsent is canceled, with its event", async () => {
    const project = await createMessageProject();
    const { id, customer } = await createTestMessage(project.id, { customer: { phone: "+14155550123" } });
    const other = await createTestMessage(project.id);
    const token = unsubscribeToken(customer.id, "email");
    expect(await openLink(token)).toMatchObject({ projectName: "Riverside Bakery", isUnsubscribed: false });
    const { address } = await openLink(token);
    await unsubscribeAddress(address, "unsubscribed");
    expect(await openLink(token)).toMatchObject({ isUnsubscribed: true });
    expect(await openLink(unsubscribeToken(customer.id, "sms"))).toMatchObject({ isUnsubscribed: false });
    expect(await eventsOf(id)).toMatchObject([{ type: "message-deleted", reason: "canceled_unsubscribed" }]);
    expect(await readMessage(other.id)).toMatchObject({ status: "scheduled" });
  });

  test("pressed ten times at once is pressed once", async () => {
    const project = await createMessageProject();
    const { id, customer } = await createTestMessage(project.id);
    const { address } = await openLink(unsubscribeToken(customer.id, "email"));
    await Promise.all(Array.from({ length: 10 }, () => unsubscribeAddress(address, "unsubscribed")));
    expect(await eventsOf(id)).toHaveLength(1);
    expect(await db.suppression.count({ where: { projectId: project.id } })).toBe(1);
  });

  test("is taken back by its person", async () => {
    const project = await createMessageProject();
    const { customer } = await createTestMessage(project.id);
    const token = unsubscribeToken(customer.id, "email");
    const { address } = await openLink(token);
    await unsubscribeAddress(address, "unsubscribed");
    await resubscribeAddress(address);
    expect(await openLink(token)).toMatchObject({ isUnsubscribed: false });
    expect(await db.customer.findUnique({ where: { id: customer.id } })).toMatchObject({
      emailUnsubscribedAt: null,
    });
  });

  test("of nobody opens nothing", async () => {
    const project = await createMessageProject();
    const { customer } = await createTestMessage(project.id);
    const token = unsubscribeToken(customer.id, "email");
    await db.customer.delete({ where: { id: customer.id } });
    expect(await findUnsubscribeLink(token)).toBeNull();
    expect(await findUnsubscribeLink(`${token}x`)).toBeNull();
    expect(await findUnsubscribeLink("made-up")).toBeNull();
  });
});
