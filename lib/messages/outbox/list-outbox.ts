import type { Access } from "@/lib/auth/access";
import { hasPermission } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { cutPage, readCursor } from "@/lib/db/list-page";
import { outboxChannels } from "@/lib/messages/outbox-channels";
import type { OutboxListInput } from "@/lib/messages/outbox/schema";
import { messageRow } from "@/lib/messages/queries/list-messages";
import { listSystemMails } from "@/lib/system-mails/queries";

const PAGE_SIZE = 30;

/**
 * One page of what would have left this server, newest first. The first page also has the latest mails of Starwire itself,
 * for those whom they are written to.
 */
export async function listOutbox(access: Access, { cursor }: OutboxListInput) {
  const showsSystemMails =
    cursor === null && outboxChannels().includes("email") && hasPermission(access.role, "manage_api");
  const last = cursor === null ? null : readCursor(cursor);
  const [rows, systemMails] = await Promise.all([
    db.message.findMany({
      where: {
        projectId: access.projectId,
        provider: "outbox",
        sentAt: { not: null },
        ...(last && { OR: [{ sentAt: { lt: last.at } }, { sentAt: last.at, id: { gt: last.id } }] }),
      },
      orderBy: [{ sentAt: "desc" }, { id: "asc" }],
      take: PAGE_SIZE + 1,
      select: messageRow,
    }),
    showsSystemMails ? listSystemMails(access) : [],
  ]);
  const { page, nextCursor } = cutPage(rows, PAGE_SIZE, ({ sentAt, createdAt }) => sentAt ?? createdAt);
  return { messages: page, systemMails, nextCursor };
}

export type OutboxPage = Awaited<ReturnType<typeof listOutbox>>;
