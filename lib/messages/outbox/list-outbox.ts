import type { Access } from "@/lib/auth/access";
import { hasPermission } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
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
  const [rows, systemMails] = await Promise.all([
    db.message.findMany({
      where: { projectId: access.projectId, provider: "outbox", sentAt: { not: null } },
      orderBy: [{ sentAt: "desc" }, { id: "asc" }],
      take: PAGE_SIZE + 1,
      ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
      select: messageRow,
    }),
    showsSystemMails ? listSystemMails(access) : [],
  ]);
  const messages = rows.slice(0, PAGE_SIZE);
  return {
    messages,
    systemMails,
    nextCursor: rows.length > PAGE_SIZE ? (messages.at(-1)?.id ?? null) : null,
  };
}

export type OutboxPage = Awaited<ReturnType<typeof listOutbox>>;
