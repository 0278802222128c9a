import type { z } from "zod";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { DeliveryStatus } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import type { listDeliveriesInput } from "@/lib/webhooks/schema";

const PAGE_SIZE = 25;
const ANSWER = { statusCode: true, error: true, advice: true, durationMs: true, isOurFault: true } as const;

export type LastAnswer = {
  statusCode: number | null;
  /** What went wrong and what to do; null when delivered. */
  error: string | null;
  advice: string | null;
  durationMs: number;
  /** Our side's fault: retried, never counted against the webhook. */
  isOurFault: boolean;
};

export type DeliveryItem = {
  /** Shown as `dlv_<id>`. */
  id: string;
  eventId: string;
  eventType: string;
  status: DeliveryStatus;
  endReason: string | null;
  isTest: boolean;
  /** Made by a resend or replay. */
  isAgain: boolean;
  attempts: number;
  lastAnswer: LastAnswer | null;
  /** When the next attempt is due; null when there is none. */
  nextAttemptAt: Date | null;
  createdAt: Date;
};

export type DeliveryPage = { deliveries: DeliveryItem[]; nextAfter: string | null };

/** One page of a webhook's log, newest first; also of a deleted webhook. @throws AppError `not_found` */
export async function listDeliveries(
  access: Access,
  input: z.output<typeof listDeliveriesInput>,
): Promise<DeliveryPage> {
  const { projectId } = access;
  if ((await db.webhook.count({ where: { id: input.webhookId, projectId } })) === 0)
    throw new AppError("not_found");
  const rows = await db.delivery.findMany({
    where: {
      projectId: access.projectId,
      webhookId: input.webhookId,
      ...(input.status === "all" ? {} : { status: input.status }),
      ...(input.after === undefined ? {} : await olderThan(access, input.after)),
    },
    include: {
      event: { select: { isTest: true } },
      attemptList: { orderBy: { id: "desc" }, take: 1, select: ANSWER },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PAGE_SIZE + 1,
  });
  const page = rows.slice(0, PAGE_SIZE);
  return {
    deliveries: page.map((row) => ({
      id: String(row.id),
      eventId: row.eventId,
      eventType: row.eventType,
      status: row.status,
      endReason: row.endReason,
      isTest: row.event.isTest,
      isAgain: row.replayId !== "",
      attempts: row.attempts,
      lastAnswer: row.attemptList[0] ?? null,
      nextAttemptAt: row.status === "waiting" ? row.dueAt : null,
      createdAt: row.createdAt,
    })),
    nextAfter: rows.length > PAGE_SIZE ? String(page.at(-1)?.id) : null,
  };
}

async function olderThan(access: Access, deliveryId: string): Promise<Prisma.DeliveryWhereInput> {
  const id = BigInt(deliveryId);
  const last = await db.delivery.findFirst({
    where: { id, projectId: access.projectId },
    select: { createdAt: true },
  });
  if (!last) throw new AppError("not_found");
  const { createdAt } = last;
  // The first condition alone bounds the walk along the index.
  return {
    createdAt: { lte: createdAt },
    OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }],
  };
}
