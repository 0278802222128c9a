import type { Tx } from "@/lib/db/client";
import type { Message } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { lockMessages, type LockedMessage } from "@/lib/messages/lock-messages";
import { messageSnapshot } from "@/lib/messages/message-snapshot";
import { mayBecome } from "@/lib/messages/message-state";
import type { RecordedChange } from "@/lib/webhooks/event-statement";
import { payloadChanges } from "@/lib/webhooks/payload-changes";
import { recordEvents } from "@/lib/webhooks/record-events";

/** What may change in a message once it exists. */
export type MessagePatch = Partial<
  Omit<
    Message,
    | "id"
    | "projectId"
    | "requestId"
    | "customerId"
    | "sequence"
    | "channel"
    | "revision"
    | "createdAt"
    | "updatedAt"
  >
>;

/** Why a `message-deleted` was recorded. */
export type MessageDeletedReason =
  | "canceled_by_user"
  | "canceled_customer_rated"
  | "canceled_unsubscribed"
  | "deleted_by_user"
  | "customer_deleted"
  | "privacy_erasure";

type Where = { id: string; projectId: string };

export type ChangedMessage = { message: Message; isChanged: boolean };

/**
 * Changes one message, as `changeMessages` does many.
 * @throws AppError `not_found` for a message that doesn't exist or not in this project; Error for a step back.
 */
export async function changeMessage(
  tx: Tx,
  { id, projectId }: Where,
  patch: (message: Message) => MessagePatch | null,
  deletedReason?: MessageDeletedReason,
): Promise<ChangedMessage> {
  const [changed] = await changeMessages(tx, { ids: [id], projectId }, patch, deletedReason);
  if (!changed) throw new AppError("not_found");
  return changed;
}

/**
 * The one way to change messages. Inside `withEvents`; the caller's transaction holds their rows from here on, taken in
 * the order of their ids. What people and programs can see raises the revision and records `message-updated`, or
 * `message-deleted` where the message becomes `canceled`; what is internal (a lease, the next look) is written without.
 * @param patch a function of each message as it is now, decided under the lock; null changes nothing.
 * @param deletedReason needed where the patch cancels.
 * @returns the messages after the change, and whether there was one that shows. Ids that don't exist are left out.
 * @throws Error for a step back.
 */
export async function changeMessages(
  tx: Tx,
  where: { ids: string[]; projectId: string },
  patch: (message: Message) => MessagePatch | null,
  deletedReason?: MessageDeletedReason,
): Promise<ChangedMessage[]> {
  const changed: ChangedMessage[] = [];
  const events: RecordedChange[] = [];
  for (const locked of await lockMessages(tx, where)) {
    const { event, ...result } = await changeLocked(tx, locked, patch, deletedReason);
    changed.push(result);
    if (event) events.push(event);
  }
  await closeLinks(tx, where.projectId, changed);
  await recordEvents(tx, where.projectId, events);
  return changed;
}

/** The link of a canceled message answers 410 from now on, unless its customer has used it. */
async function closeLinks(tx: Tx, projectId: string, changed: ChangedMessage[]): Promise<void> {
  const ids = changed
    .filter(
      ({ message, isChanged }) => isChanged && message.status === "canceled" && message.clickedAt === null,
    )
    .map(({ message }) => message.id);
  if (ids.length === 0) return;
  await tx.ratingLink.updateMany({
    where: { projectId, messageId: { in: ids }, canceledAt: null },
    data: { canceledAt: new Date() },
  });
}

async function changeLocked(
  tx: Tx,
  { message: before, context }: LockedMessage,
  patch: (message: Message) => MessagePatch | null,
  deletedReason: MessageDeletedReason = "canceled_by_user",
): Promise<ChangedMessage & { event: RecordedChange | null }> {
  const wanted = patch(before);
  if (wanted === null) return { message: before, isChanged: false, event: null };
  const after = { ...before, ...wanted };
  if (after.status !== before.status && !mayBecome(before, after.status)) {
    throw new Error(`A message can't go from ${before.status} to ${after.status}.`);
  }
  const { changes, previous } = payloadChanges(
    messageSnapshot(context, before),
    messageSnapshot(context, after),
  );
  if (changes.length === 0) {
    await tx.message.update({ where: { id: before.id }, data: wanted });
    return { message: after, isChanged: false, event: null };
  }
  const message = await tx.message.update({
    where: { id: before.id },
    data: { ...wanted, revision: { increment: 1 }, updatedAt: new Date() },
  });
  const { project } = context;
  if (message.status !== "canceled") {
    const data = messageSnapshot(context, message);
    return { message, isChanged: true, event: { project, type: "message-updated", data, changes, previous } };
  }
  if (before.status === "canceled") return { message, isChanged: true, event: null };
  const data = messageSnapshot(context, message, message.updatedAt);
  return {
    message,
    isChanged: true,
    event: { project, type: "message-deleted", data, reason: deletedReason },
  };
}
