import type { OutboxPage } from "@/lib/messages/outbox/list-outbox";

type Message = OutboxPage["messages"][number];
type SystemMail = OutboxPage["systemMails"][number];

export type OutboxItem = { kind: "message"; message: Message } | { kind: "system"; mail: SystemMail };

/**
 * Messages and mails of Starwire itself in one order, newest first. While there are further pages, mails older than the
 * last message wait for theirs.
 */
export function mergeOutbox(pages: readonly OutboxPage[], hasMore: boolean): OutboxItem[] {
  const messages = pages.flatMap((page) => page.messages);
  const oldest = messages.at(-1);
  const since = hasMore && oldest ? sentTime(oldest) : -Infinity;
  const mails = pages.flatMap((page) => page.systemMails).filter((mail) => mail.createdAt.getTime() >= since);
  return [
    ...messages.map((message) => ({ at: sentTime(message), item: { kind: "message" as const, message } })),
    ...mails.map((mail) => ({ at: mail.createdAt.getTime(), item: { kind: "system" as const, mail } })),
  ]
    .toSorted((a, b) => b.at - a.at)
    .map(({ item }) => item);
}

const sentTime = (message: Message) => (message.sentAt ?? message.createdAt).getTime();
