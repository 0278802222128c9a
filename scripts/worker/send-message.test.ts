import { serve } from "inngest/edge";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createEngine, type Engine } from "@/inngest/engine/create-engine";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { db } from "@/lib/db/client";
import { createMessageProject, createTestMessage, readMessage } from "@/lib/messages/testing/test-message";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("ENCRYPTION_KEY", "an encryption key for this test only");
vi.stubEnv("LOG_LEVEL", "silent");
const { url } = await createTestDatabase();

let engine: Engine;

beforeAll(async () => {
  // Loaded once the environment names the database.
  const { functions } = await import("@/inngest/functions/all");
  const { inngest } = await import("@/inngest/client");
  engine = createEngine({ databaseUrl: url, handler: serve({ client: inngest, functions }) });
  await engine.start();
});
afterAll(() => engine.stop());

test("messages leave when they are due, also those made for later and those moved forward", async () => {
  const { wakeSender } = await import("@/lib/messages/sending/wake-sender");
  const project = await createMessageProject();
  const soon = new Date(Date.now() + 2_000);
  const inAYear = new Date(Date.now() + 365 * 86_400_000);
  const now = await createTestMessage(project.id);
  const later = await createTestMessage(project.id, { message: { scheduledAt: soon, dueAt: soon } });
  const moved = await createTestMessage(project.id, { message: { scheduledAt: inAYear, dueAt: inAYear } });
  await wakeSender([now.message, later.message, moved.message]);
  await waitUntil("the first is sent", async () => (await readMessage(now.id)).status === "sent");
  expect(await readMessage(moved.id)).toMatchObject({ status: "scheduled" });
  await db.message.update({ where: { id: moved.id }, data: { scheduledAt: soon, dueAt: soon } });
  await wakeSender([moved.message]);
  await waitUntil("the others are sent", async () => {
    const messages = await Promise.all([readMessage(later.id), readMessage(moved.id)]);
    return messages.every(({ status, sentAt }) => status === "sent" && sentAt !== null && sentAt >= soon);
  });
  expect(await db.event.count({ where: { projectId: project.id } })).toBe(3);
});

test("a message that nobody has woken is found by the sweep", async () => {
  const { wakeDueMessages } = await import("@/lib/messages/sending/sweep-messages");
  const project = await createMessageProject();
  const long = new Date(Date.now() - 60_000);
  const { id } = await createTestMessage(project.id, { message: { scheduledAt: long, dueAt: long } });
  expect(await wakeDueMessages()).toBe(1);
  await wakeDueMessages();
  await waitUntil("it is sent", async () => (await readMessage(id)).status === "sent");
  expect(await db.event.count({ where: { projectId: project.id } })).toBe(1);
});
