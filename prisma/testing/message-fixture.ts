import { randomBytes } from "node:crypto";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { Message } from "@/lib/db/generated/client";
import type { Role } from "@/lib/db/generated/enums";
import { forgetEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { changeMessage, type MessagePatch } from "@/lib/messages/change-message";
import { askForReview, type Asked } from "@/lib/requests/commands/ask-for-review";
import { type AskForm, askInput } from "@/lib/requests/schema";
import { EVENT_CATALOG } from "@/lib/webhooks/event-catalog";
import { messagePayload } from "@/lib/webhooks/message-payload";
import { reviewPayload } from "@/lib/webhooks/review-payload";
import { withEvents } from "@/lib/webhooks/with-events";
import { createTestProject } from "@/prisma/testing/test-project";

/** A key for tokens and hashes of addresses, for a test file that sends. */
export function useEncryptionKey(): void {
  process.env["ENCRYPTION_KEY"] ??= randomBytes(32).toString("base64");
  forgetEnv();
}

/** A project with one webhook for everything, through the eyes of a member. */
export async function createMessageProject(role: Role = "owner"): Promise<Access> {
  const access = await createTestProject(role);
  await db.webhook.create({
    data: {
      id: newId("whk"),
      projectId: access.projectId,
      url: "https://example.com/hooks",
      lane: { create: {} },
    },
  });
  return access;
}

/** Asks by e-mail, as a form would: Jane, now, without reminders, unless said otherwise. */
export function ask(access: Access, form: Partial<AskForm> = {}): Promise<Asked> {
  const customer = { firstName: "Jane", lastName: "Doe", email: `${newId("cus")}@example.com`.toLowerCase() };
  return askForReview(access, askInput.parse({ customer, channel: "email", ...form }));
}

/** A project of its own with one e-mail that is to be sent tomorrow. */
export async function askForTomorrow(role: Role = "owner") {
  const access = await createMessageProject(role);
  const sendAt = new Date(Date.now() + 86_400_000).toISOString();
  const { messages, requestId, customerId } = await ask(access, { sendAt });
  return { access, id: messages[0]?.id ?? "", requestId, customerId };
}

/** A message as it is stored now. */
export function readMessage(id: string): Promise<Message> {
  return db.message.findUniqueOrThrow({ where: { id } });
}

/** What the sender or a report does to a message. */
export async function patchMessage({ projectId }: Access, id: string, patch: MessagePatch): Promise<void> {
  await withEvents((tx) => changeMessage(tx, { id, projectId }, () => patch));
}

/** The token of the link in a message that is stored with its content. */
export async function tokenOf(messageId: string): Promise<string> {
  const { text } = await db.messageContent.findUniqueOrThrow({ where: { messageId } });
  const token = /\/r\/([0-9A-Za-z]{17})/.exec(text)?.[1];
  if (!token) throw new Error(`No rating link in: ${text}`);
  return token;
}

/** A project's events in the order in which they were recorded, each valid by the catalogue. */
export async function eventsOf({ projectId }: Pick<Access, "projectId">) {
  const events = await db.event.findMany({
    where: { projectId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { _count: { select: { deliveries: true } } },
  });
  return events.map(({ type, resourceId, revision, body, _count }) => {
    const envelope = JSON.parse(body) as Record<string, unknown>;
    if (!(type in EVENT_CATALOG)) throw new Error(`${type} is in no catalogue.`);
    const data = (type.startsWith("review") ? reviewPayload : messagePayload)
      .strict()
      .parse(envelope["data"]);
    return { type, resourceId, revision, deliveries: _count.deliveries, envelope, data };
  });
}

/** Throws unless the events of each resource are numbered 1, 2, 3 … and the last one of each shows what is stored. */
export async function requireNoGaps(access: Access): Promise<void> {
  const seen = new Map<string, number>();
  for (const { resourceId, revision } of (await eventsOf(access)).toSorted(
    (a, b) => a.revision - b.revision,
  )) {
    const expected = (seen.get(resourceId) ?? 0) + 1;
    if (revision !== expected) throw new Error(`${resourceId} has event ${revision}, not ${expected}.`);
    seen.set(resourceId, revision);
  }
  for (const message of await db.message.findMany({ where: { projectId: access.projectId } })) {
    if (seen.get(message.id) !== message.revision) {
      throw new Error(`${message.id} is at ${message.revision}, its events at ${seen.get(message.id)}.`);
    }
  }
}

/** How many customers, requests, messages and events a project has. */
export async function countRows(projectId: string): Promise<number[]> {
  const of = { where: { projectId } };
  return [
    await db.customer.count(of),
    await db.request.count(of),
    await db.message.count(of),
    await db.event.count(of),
  ];
}

/** What the events of one resource say, in order: "message-updated sent". */
export async function historyOf(access: Pick<Access, "projectId">, id: string): Promise<string[]> {
  const events = (await eventsOf(access)).filter(({ resourceId }) => resourceId === id);
  return events.toSorted((a, b) => a.revision - b.revision).map(({ type, data }) => `${type} ${data.status}`);
}

/** How calls that run at once ended: "done", or the code of the error. Anything but an expected error is thrown on. */
export async function settledCodes(calls: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(calls);
  return settled.map((result) => {
    if (result.status === "fulfilled") return "done";
    if (result.reason instanceof AppError) return result.reason.code;
    throw result.reason;
  });
}
