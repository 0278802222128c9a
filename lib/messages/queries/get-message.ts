import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { messageRow } from "@/lib/messages/queries/list-messages";

const OPENS_SHOWN = 50;

/** Where the review page asks everybody to confirm, an unsaved opening says nothing about who it was. */
const ASKED_OF_ALL = { reasons: { hasSome: ["always_confirm", "on_submit"] } };

/**
 * One message with what was reported of it, the other messages of its request, the review, its events and the openings
 * of its rating link that were not saved because a machine could have made them. @throws AppError `not_found`.
 */
export async function getMessage(access: Access, id: string) {
  const where = { id, projectId: access.projectId };
  const opens = { projectId: access.projectId, confirmedAt: null, ratingLink: { messageId: id } };
  const [message, events, unsavedOpens, ignoredCount, unconfirmedCount] = await Promise.all([
    db.message.findFirst({ where, select: messageDetail }),
    db.event.findMany({
      where: { projectId: access.projectId, resourceId: id, isTest: false },
      orderBy: { revision: "desc" },
      take: 50,
      select: { id: true, type: true, revision: true, createdAt: true },
    }),
    db.ratingIntent.findMany({
      where: opens,
      orderBy: { createdAt: "desc" },
      take: OPENS_SHOWN,
      select: { id: true, score: true, reasons: true, userAgent: true, createdAt: true },
    }),
    db.ratingIntent.count({ where: { ...opens, NOT: ASKED_OF_ALL } }),
    db.ratingIntent.count({ where: { ...opens, ...ASKED_OF_ALL } }),
  ]);
  if (!message) throw new AppError("not_found");
  return { ...message, events, unsavedOpens, ignoredCount, unconfirmedCount };
}

export type MessageDetail = Awaited<ReturnType<typeof getMessage>>;

const messageDetail = {
  ...messageRow,
  from: true,
  segments: true,
  encoding: true,
  failureProviderCode: true,
  providerMessageId: true,
  rescheduledFromId: true,
  reports: { orderBy: { at: "asc" }, select: { id: true, kind: true, detail: true, at: true } },
  request: {
    select: {
      id: true,
      createdAt: true,
      canceledAt: true,
      review: {
        select: {
          id: true,
          score: true,
          status: true,
          visibility: true,
          isSuspect: true,
          isDemo: true,
          ratedAt: true,
        },
      },
      messages: { orderBy: [{ sequence: "asc" }, { createdAt: "asc" }], select: messageRow },
    },
  },
} satisfies Prisma.MessageSelect;
