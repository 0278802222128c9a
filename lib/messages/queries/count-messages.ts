import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { matchingMessages } from "@/lib/messages/queries/matching-messages";
import type { MessageFilters } from "@/lib/messages/schema";

export type MessageCounts = { sent: number; opened: number; clicked: number; failed: number };

/** How far the messages got that fit the filters, whatever the status filter says. */
export async function countMessages(access: Access, filters: MessageFilters): Promise<MessageCounts> {
  const where = matchingMessages(access, { ...filters, status: "all" });
  const [stamps, failed] = await Promise.all([
    db.message.aggregate({ where, _count: { sentAt: true, openedAt: true, clickedAt: true } }),
    db.message.count({ where: { AND: [where, { status: "failed" }] } }),
  ]);
  return {
    sent: stamps._count.sentAt,
    opened: stamps._count.openedAt,
    clicked: stamps._count.clickedAt,
    failed,
  };
}
