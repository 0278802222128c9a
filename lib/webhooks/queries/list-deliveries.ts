import type { z } from "zod";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { DeliveryStatus } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import type { listDeliveriesInput } from "@/lib/webhooks/delivery-filters";
import { deliveryPage, type PagePlace } from "@/lib/webhooks/queries/delivery-page";

const PAGE_SIZE = 50;

export type LastAnswer = {
  statusCode: number | null;
  /** What went wrong and what to do; null when delivered. */
  error: string | null;
  advice: string | null;
  durationMs: number | null;
  /** Our side's fault: retried, never counted against the webhook. */
  isOurFault: boolean;
};

export type DeliveryItem = {
  /** Shown as `dlv_<id>`. */
  id: string;
  webhookId: string;
  eventId: string;
  eventType: string;
  resourceId: string;
  status: DeliveryStatus;
  endReason: string | null;
  isTest: boolean;
  /** Made by a resend or replay. */
  isAgain: boolean;
  attempts: number;
  /** Null before the first attempt. */
  lastAnswer: LastAnswer | null;
  /** When the next attempt is due; null when there is none. */
  nextAttemptAt: Date | null;
  createdAt: Date;
};

export type DeliveryPage = {
  deliveries: DeliveryItem[];
  /** What the next page comes after; null when this is the last. */
  nextAfter: string | null;
};

type Row = {
  id: bigint;
  webhook_id: string;
  event_id: string;
  event_type: string;
  resource_id: string;
  revision: number;
  replay_id: string;
  status: DeliveryStatus;
  end_reason: string | null;
  attempts: number;
  due_at: Date;
  last_status: number | null;
  last_error: string | null;
  last_advice: string | null;
  last_ms: number | null;
  last_is_ours: boolean;
  created_at: Date;
};

/**
 * One page of a project's or webhook's log, newest first; also of a deleted webhook.
 * @throws AppError `not_found` for a webhook of another project
 */
export async function listDeliveries(
  access: Access,
  { after, ...filters }: z.output<typeof listDeliveriesInput>,
): Promise<DeliveryPage> {
  const { projectId } = access;
  const { webhookId } = filters;
  if (webhookId && (await db.webhook.count({ where: { id: webhookId, projectId } })) === 0)
    throw new AppError("not_found");
  const statement = deliveryPage({
    projectId,
    filters,
    after: after ? toPlace(after) : null,
    rows: PAGE_SIZE + 1,
  });
  const rows = statement ? await db.$queryRaw<Row[]>(statement) : [];
  const last = rows[PAGE_SIZE - 1];
  const hasMore = rows.length > PAGE_SIZE && last !== undefined;
  return {
    deliveries: rows.slice(0, PAGE_SIZE).map(toItem),
    nextAfter: hasMore ? toCursor({ createdAt: last.created_at, id: last.id }) : null,
  };
}

const toCursor = ({ createdAt, id }: PagePlace): string => `${createdAt.getTime()}.${id}`;

function toPlace(cursor: string): PagePlace {
  const [ms = "", id = ""] = cursor.split(".");
  return { createdAt: new Date(Number(ms)), id: BigInt(id) };
}

function toItem(row: Row): DeliveryItem {
  return {
    id: String(row.id),
    webhookId: row.webhook_id,
    eventId: row.event_id,
    eventType: row.event_type,
    resourceId: row.resource_id,
    status: row.status,
    endReason: row.end_reason,
    isTest: row.revision === 0,
    isAgain: row.replay_id !== "",
    attempts: row.attempts,
    lastAnswer:
      row.attempts === 0
        ? null
        : {
            statusCode: row.last_status,
            error: row.last_error,
            advice: row.last_advice,
            durationMs: row.last_ms,
            isOurFault: row.last_is_ours,
          },
    nextAttemptAt: row.status === "waiting" ? row.due_at : null,
    createdAt: row.created_at,
  };
}
