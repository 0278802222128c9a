import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { behind, cutPage, PAGE_ORDER } from "@/lib/db/list-page";
import type { Prisma } from "@/lib/db/generated/client";
import { matchingMessages } from "@/lib/messages/queries/matching-messages";
import type { MessageListInput } from "@/lib/messages/schema";

const PAGE_SIZE = 50;

/** What a row of a list says about a message: never its body, which holds the customer's rating link. */
export const messageRow = {
  id: true,
  requestId: true,
  sequence: true,
  channel: true,
  status: true,
  to: true,
  subject: true,
  preview: true,
  scheduledAt: true,
  dueAt: true,
  sentAt: true,
  deliveredAt: true,
  openedAt: true,
  clickedAt: true,
  failedAt: true,
  complainedAt: true,
  canceledAt: true,
  failureCode: true,
  failureMessage: true,
  provider: true,
  attempts: true,
  isDemo: true,
  createdAt: true,
  customer: { select: { id: true, firstName: true, lastName: true, email: true, phone: true } },
} satisfies Prisma.MessageSelect;

/** One page of messages, newest first. */
export async function listMessages(access: Access, { cursor, ...filters }: MessageListInput) {
  const rows = await db.message.findMany({
    where: { AND: [matchingMessages(access, filters), ...behind(cursor)] },
    orderBy: PAGE_ORDER,
    take: PAGE_SIZE + 1,
    select: messageRow,
  });
  const { page, nextCursor } = cutPage(rows, PAGE_SIZE);
  return { messages: page, nextCursor };
}

export type MessageListItem = Awaited<ReturnType<typeof listMessages>>["messages"][number];
