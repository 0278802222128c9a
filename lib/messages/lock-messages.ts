import type { Tx } from "@/lib/db/client";
import type { Message, Prisma } from "@/lib/db/generated/client";
import type { MessageContext } from "@/lib/messages/message-snapshot";
import { snapshotCustomer } from "@/lib/reviews/review-snapshot";

export type LockedMessage = { message: Message; context: MessageContext };

/**
 * Locks messages of a project in the order of their ids and reads them as they are then, with what their events show.
 *
 * Every transaction takes its row locks in this order, so that none waits in a circle: the request, then its customer,
 * the review, and the messages in the order of their ids.
 */
export async function lockMessages(
  tx: Tx,
  { ids, projectId }: { ids: string[]; projectId: string },
): Promise<LockedMessage[]> {
  if (ids.length === 0) return [];
  await tx.$queryRaw`
    select 1 from message where id = any (${ids}::text[]) and project_id = ${projectId} order by id for update`;
  const rows = await tx.message.findMany({
    where: { id: { in: ids }, projectId },
    orderBy: { id: "asc" },
    include: messageContext,
  });
  return rows.map(({ customer, project, ...message }) => ({ message, context: { customer, project } }));
}

const messageContext = {
  customer: { select: snapshotCustomer },
  project: { select: { id: true, name: true, slug: true } },
} satisfies Prisma.MessageInclude;
