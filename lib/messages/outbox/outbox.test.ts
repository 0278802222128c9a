import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { getOutboxMessage } from "@/lib/messages/outbox/get-outbox-message";
import { listOutbox } from "@/lib/messages/outbox/list-outbox";
import { mergeOutbox } from "@/lib/messages/outbox/merge-outbox";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

await createTestDatabase();

const MINUTE_MS = 60_000;

async function fillOutbox(projectId: string, count: number, startMs: number): Promise<string[]> {
  const customer = await db.customer.create({ data: { id: newId("cus"), projectId } });
  const request = await db.request.create({
    data: { id: newId("req"), projectId, customerId: customer.id },
  });
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = newId("msg");
    ids.push(id);
    const at = new Date(startMs - index * MINUTE_MS);
    await db.message.create({
      data: {
        id,
        projectId,
        requestId: request.id,
        customerId: customer.id,
        sequence: 1,
        channel: "email",
        to: "jane@example.com",
        from: "reviews@example.com",
        subject: "How was it?",
        preview: "Hi",
        status: "sent",
        provider: "outbox",
        scheduledAt: at,
        dueAt: at,
        sentAt: at,
        content: { create: { text: "Hi", html: "<p>Hi", headers: { "List-Unsubscribe": "<https://a>" } } },
      },
    });
  }
  return ids;
}

async function addSystemMail(projectId: string, createdAt: Date): Promise<string> {
  const id = newId("mail");
  await db.systemMail.create({
    data: {
      id,
      projectId,
      dedupeKey: id,
      kind: "webhook-notice",
      to: "ada@example.com",
      subject: "Failing",
      text: "Failing",
      html: "Failing",
      createdAt,
    },
  });
  return id;
}

test("system mails stand among the messages by time, page by page, for owners and admins only", async () => {
  const access = await createTestProject("admin");
  const nowMs = Date.now();
  const ids = await fillOutbox(access.projectId, 31, nowMs);
  const recent = await addSystemMail(access.projectId, new Date(nowMs - 1.5 * MINUTE_MS));
  const old = await addSystemMail(access.projectId, new Date(nowMs - 60 * MINUTE_MS));

  const first = await listOutbox(access, { cursor: null });
  const shown = (pages: Parameters<typeof mergeOutbox>[0], hasMore: boolean) =>
    mergeOutbox(pages, hasMore).map((item) => (item.kind === "message" ? item.message.id : item.mail.id));
  expect(shown([first], true)).toEqual([...ids.slice(0, 2), recent, ...ids.slice(2, 30)]);

  await db.message.update({ where: { id: ids[29] ?? "" }, data: { provider: "smtp" } });
  const second = await listOutbox(access, { cursor: first.nextCursor });
  expect(second.nextCursor).toBeNull();
  expect(shown([first, second], false)).toEqual([...ids.slice(0, 2), recent, ...ids.slice(2), old]);
  expect((await listOutbox({ ...access, role: "manager" }, { cursor: null })).systemMails).toEqual([]);
});

test("what a message said is told only of those that stayed here, and only in their project", async () => {
  const access = await createTestProject();
  const [id = ""] = await fillOutbox(access.projectId, 1, Date.now());
  expect(await getOutboxMessage(access, id)).toMatchObject({
    text: "Hi",
    html: "<p>Hi",
    headers: [["List-Unsubscribe", "<https://a>"]],
  });
  await expect(getOutboxMessage(await createTestProject(), id)).rejects.toMatchObject({ code: "not_found" });
  await db.message.update({ where: { id }, data: { provider: "smtp" } });
  await expect(getOutboxMessage(access, id)).rejects.toMatchObject({ code: "not_found" });
  expect((await listOutbox(access, { cursor: null })).messages).toEqual([]);
});
