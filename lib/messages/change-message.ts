import type { Tx } from "@/lib/db/client";
import type { Message, Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { messageSnapshot, type MessageContext } from "@/lib/messages/message-snapshot";
import { mayBecome } from "@/lib/messages/message-state";
import { snapshotCustomer } from "@/lib/reviews/review-snapshot";
import { payloadChanges } from "@/lib/webhooks/payload-changes";
import { recordEvent } from "@/lib/webhooks/record-event";

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

/**
 * The one way to change a message. Inside `withEvents`; the caller's transaction holds the message's row from here on.
 * What people and programs can see raises the revision and records `message-updated`, or `message-deleted` where the
 * message becomes `canceled`; what is internal (a lease, the next look) is written without.
 * @param patch a function of the message as it is now, decided under the lock; null changes nothing.
 * @param deletedReason needed where the patch cancels.
 * @returns the message after the change, and whether there was one that shows.
 * @throws AppError `not_found` for a message that doesn't exist or not in this project; Error for a step back.
 */
export async function changeMessage(
  tx: Tx,
  where: Where,
  patch: (message: Message) => MessagePatch | null,
  deletedReason?: MessageDeletedReason,
): Promise<{ message: Message; isChanged: boolean }> {
  const { message: before, context } = await lockMessage(tx, where);
  const wanted = patch(before);
  if (wanted === null) return { message: before, isChanged: false };
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
    return { message: after, isChanged: false };
  }
  const message = await tx.message.update({
    where: { id: before.id },
    data: { ...wanted, revision: { increment: 1 }, updatedAt: new Date() },
  });
  if (message.status !== "canceled") {
    const data = messageSnapshot(context, message);
    await recordEvent(tx, { project: context.project, type: "message-updated", data, changes, previous });
  } else if (before.status !== "canceled") {
    await recordDeleted(tx, context, message, deletedReason ?? "canceled_by_user");
  }
  return { message, isChanged: true };
}

/**
 * Records a message's last event, unless being canceled was its last already, and removes its row.
 * Inside `withEvents`.
 * @throws AppError `not_found`
 */
export async function removeMessage(tx: Tx, where: Where, reason: MessageDeletedReason): Promise<void> {
  const { message, context } = await lockMessage(tx, where);
  const shown = reason === "privacy_erasure" ? { ...context, customer: null } : context;
  await tx.message.delete({ where: { id: message.id } });
  if (message.status === "canceled") return;
  await recordDeleted(
    tx,
    shown,
    { ...message, revision: message.revision + 1, updatedAt: new Date() },
    reason,
  );
}

async function recordDeleted(
  tx: Tx,
  context: MessageContext,
  message: Message,
  reason: MessageDeletedReason,
): Promise<void> {
  const data = messageSnapshot(context, message, message.updatedAt);
  await recordEvent(tx, { project: context.project, type: "message-deleted", data, reason });
}

async function lockMessage(tx: Tx, where: Where): Promise<{ message: Message; context: MessageContext }> {
  await tx.$queryRaw`select 1 from message where id = ${where.id} and project_id = ${where.projectId} for update`;
  const found = await tx.message.findFirst({ where, include: messageContext });
  if (!found) throw new AppError("not_found");
  const { customer, project, request, ...message } = found;
  return { message, context: { project, customer, reviewId: request.review?.id ?? null } };
}

const messageContext = {
  customer: { select: snapshotCustomer },
  project: { select: { id: true, name: true, slug: true } },
  request: { select: { review: { select: { id: true } } } },
} satisfies Prisma.MessageInclude;
