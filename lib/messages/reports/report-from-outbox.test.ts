import { expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import type { OutboxReport } from "@/lib/messages/outbox/schema";
import { reportFromOutbox } from "@/lib/messages/reports/report-from-outbox";
import { createTestMessage, eventsOf, readMessage } from "@/lib/messages/testing/test-message";
import { findSuppression } from "@/lib/suppressions/find-suppression";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "an encryption key for this test only");
vi.stubEnv("APP_URL", "http://localhost:3000");
await createTestDatabase();

async function outboxMessage(channel: "email" | "sms", to?: string) {
  const access = await createTestProject("manager");
  const sent = { status: "sent", sentAt: new Date(), provider: "outbox" } as const;
  const message = await createTestMessage(access.projectId, { channel, message: sent, ...(to && { to }) });
  return { access, ...message };
}

test.each<["email" | "sms", OutboxReport, object]>([
  ["email", "delivered", { status: "delivered" }],
  ["email", "opened", { status: "sent", openedAt: expect.any(Date) }],
  ["email", "bounced", { status: "failed", failureCode: "bounced" }],
  ["email", "complained", { status: "complained" }],
  ["sms", "delivered", { status: "delivered" }],
  ["sms", "bounced", { status: "failed", failureProviderCode: "30003" }],
])("the Outbox reports an %s as %s, as a provider would", async (channel, kind, expected) => {
  const { access, id } = await outboxMessage(channel);
  await reportFromOutbox(access, { messageId: id, kind });
  expect(await readMessage(id)).toMatchObject({
    ...expected,
    reports: [{ kind: channel === "sms" && kind === "bounced" ? "failed" : kind }],
  });
  expect(await eventsOf(id)).toHaveLength(1);
});

test("Reply STOP stops the number for this project only", async () => {
  const { access, id, to } = await outboxMessage("sms", "+14155558001");
  const other = await outboxMessage("sms", to);
  await reportFromOutbox(access, { messageId: id, kind: "stop" });
  expect(await findSuppression(db, access.projectId, "sms", to)).toMatchObject({ reason: "stopped" });
  expect(await findSuppression(db, other.access.projectId, "sms", to)).toBeNull();
});

test("what isn't in this project's Outbox, or not of this channel, is refused", async () => {
  const { access, id } = await outboxMessage("email");
  const foreign = await createTestProject();
  await expect(reportFromOutbox(foreign, { messageId: id, kind: "delivered" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(reportFromOutbox(access, { messageId: id, kind: "stop" })).rejects.toMatchObject({
    code: "invalid",
  });
  await db.message.update({ where: { id }, data: { provider: "smtp" } });
  await expect(reportFromOutbox(access, { messageId: id, kind: "delivered" })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await eventsOf(id)).toEqual([]);
});
