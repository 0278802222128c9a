import { db } from "@/lib/db/client";
import { resubscribeAddress, unsubscribeAddress } from "@/lib/suppressions/unsubscribe-address";

/**
 * A customer has replied STOP or START. The sender's number is the same for all projects, so it holds for each one that
 * has this number among its customers or has sent it an SMS.
 * @param from E.164
 * @param messageId when the reply belongs to one message: for its project only
 * @returns the names of the projects concerned
 */
export async function takeReply(
  from: string,
  word: "stop" | "start" | "help",
  messageId: string | null,
): Promise<string[]> {
  const concerned = messageId
    ? { messages: { some: { id: messageId, to: from } } }
    : {
        OR: [
          { customers: { some: { phone: from } } },
          { messages: { some: { channel: "sms" as const, to: from } } },
        ],
      };
  const projects = await db.project.findMany({
    where: concerned,
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
  for (const { id: projectId } of projects) {
    const address = { projectId, channel: "sms" as const, address: from };
    if (word === "stop") await unsubscribeAddress(address, "stopped");
    if (word === "start") await resubscribeAddress(address);
  }
  return projects.map(({ name }) => name);
}
