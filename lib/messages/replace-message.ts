import { lockCustomer } from "@/lib/customers/upsert-customer";
import type { Tx } from "@/lib/db/client";
import type { Message } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { draftMessage } from "@/lib/messages/draft-message";
import { insertMessages } from "@/lib/messages/insert-messages";
import { lockMessages } from "@/lib/messages/lock-messages";
import type { MessageWriter } from "@/lib/messages/message-writer";
import { requireReachable } from "@/lib/messages/require-reachable";
import { lockRequest, requireOpen } from "@/lib/requests/lock-request";

export type Replacement = {
  /** @throws AppError for a message, as it is under the lock, that may not be replaced */
  check: (message: Message) => void;
  scheduledAt: Date;
  ignoresQuietHours: boolean;
};

/**
 * Makes a new message for one that is over, written anew, to where the customer is reached today and with a link of its
 * own. Inside `withEvents`. What is over keeps its last event; so its successor begins at revision 1.
 * @returns the new message
 * @throws AppError `not_found`; `conflict` when the customer has rated, gets no messages, the request was canceled, or
 *   somebody made a successor before; `postal_address_missing` for an e-mail that would leave without one.
 */
export async function replaceMessage(
  tx: Tx,
  writer: MessageWriter,
  old: Pick<Message, "id" | "requestId" | "customerId" | "channel">,
  { check, scheduledAt, ignoresQuietHours }: Replacement,
): Promise<Message> {
  const projectId = writer.project.id;
  requireOpen(await lockRequest(tx, projectId, old.requestId));
  const customer = await lockCustomer(tx, projectId, old.customerId);
  const [locked] = await lockMessages(tx, { ids: [old.id], projectId });
  if (!customer || !locked) throw new AppError("not_found");
  check(locked.message);
  const successor = await tx.message.findFirst({
    where: { projectId, rescheduledFromId: old.id },
    select: { id: true },
  });
  if (successor) throw new AppError("conflict", "A new message was made for this one already.");
  const to = await requireReachable(tx, customer, old.channel);
  const { requestId, sequence, channel, isDemo } = locked.message;
  const draft = draftMessage(writer, {
    requestId,
    sequence,
    channel,
    to,
    scheduledAt,
    ignoresQuietHours,
    isDemo,
    customer,
    rescheduledFromId: old.id,
    createdAt: new Date(),
  });
  await insertMessages(tx, writer.project, [draft]);
  return draft.message;
}
