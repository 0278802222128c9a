import { beforeAll, expect, test, vi } from "vitest";
import { eraseCustomer } from "@/lib/customers/commands/erase-customer";
import { db } from "@/lib/db/client";
import { cancelMessage } from "@/lib/messages/commands/cancel-message";
import {
  ask,
  createMessageProject,
  eventsOf,
  patchMessage,
  useEncryptionKey,
} from "@/prisma/testing/message-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();
beforeAll(useEncryptionKey);

test("erasing ends each message once, and nothing that still waits to be sent names the person", async () => {
  const access = await createMessageProject();
  const { customerId, messages } = await ask(access, {
    customer: { firstName: "Jane", email: "jane.private@example.com" },
    reminders: 2,
  });
  const [sent = "", canceled = "", unsent = ""] = messages.map(({ id }) => id);
  await patchMessage(access, sent, { status: "sending" });
  await patchMessage(access, sent, { status: "sent", sentAt: new Date(), provider: "smtp" });
  await cancelMessage(access, canceled);

  await eraseCustomer(access, customerId);

  expect(await db.message.count({ where: { projectId: access.projectId } })).toBe(0);
  const deliveries = await db.delivery.findMany({
    where: { projectId: access.projectId, status: { in: ["waiting", "held"] } },
    include: { event: true },
  });
  expect(deliveries.map(({ resourceId, eventType }) => [resourceId, eventType])).toEqual(
    expect.arrayContaining([sent, canceled, unsent].map((id) => [id, "message-deleted"])),
  );
  expect(deliveries).toHaveLength(3);
  for (const { event } of deliveries) {
    expect(event.body).not.toMatch(/Jane|private/);
    expect(JSON.parse(event.body)).toMatchObject({ data: { customer: null, to: null, preview: null } });
  }
  const ends = (await eventsOf(access)).filter(({ type }) => type === "message-deleted");
  expect(ends.map(({ resourceId, envelope }) => [resourceId, envelope["reason"]])).toEqual(
    expect.arrayContaining([
      [sent, "privacy_erasure"],
      [canceled, "canceled_by_user"],
      [unsent, "privacy_erasure"],
    ]),
  );
  expect(ends).toHaveLength(3);
});
