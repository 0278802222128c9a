import type { Tx } from "@/lib/db/client";
import type { Message } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";

/** One message of a project, not locked. @throws AppError `not_found` */
export async function findMessage(client: Tx, where: { id: string; projectId: string }): Promise<Message> {
  const message = await client.message.findFirst({ where });
  if (!message) throw new AppError("not_found");
  return message;
}
