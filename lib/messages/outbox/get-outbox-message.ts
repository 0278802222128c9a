import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { messageRow } from "@/lib/messages/queries/list-messages";

/** A message that stayed on this server, as its customer would see it. @throws AppError `not_found` */
export async function getOutboxMessage(access: Access, id: string) {
  const message = await db.message.findFirst({
    where: { id, projectId: access.projectId, provider: "outbox" },
    select: {
      ...messageRow,
      from: true,
      segments: true,
      content: { select: { text: true, html: true, headers: true } },
    },
  });
  if (!message?.content) throw new AppError("not_found");
  const { content, ...head } = message;
  return { ...head, text: content.text, html: content.html, headers: namedHeaders(content.headers) };
}

export type OutboxMessage = Awaited<ReturnType<typeof getOutboxMessage>>;

function namedHeaders(headers: unknown): [name: string, value: string][] {
  if (typeof headers !== "object" || headers === null) return [];
  return Object.entries(headers).map(([name, value]) => [name, String(value)]);
}
