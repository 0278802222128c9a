import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { DeliveryStatus, ReplayStatus } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";

const SHOWN = 5;

export type ReplayItem = {
  id: string;
  status: ReplayStatus;
  statuses: string[];
  eventTypes: string[];
  fromAt: Date;
  untilAt: Date;
  createdByName: string;
  createdAt: Date;
  /** How many events it is about. */
  total: number;
  /** How its deliveries stand; what isn't recorded yet counts as waiting. */
  counts: Record<DeliveryStatus, number>;
};

/** The latest replays to a webhook, the newest first, with how far they have come. @throws AppError `not_found` */
export async function listReplays(
  access: Access,
  { webhookId }: { webhookId: string },
): Promise<ReplayItem[]> {
  const { projectId } = access;
  if ((await db.webhook.count({ where: { id: webhookId, projectId } })) === 0)
    throw new AppError("not_found");
  const replays = await db.replay.findMany({
    where: { projectId, webhookId },
    orderBy: { createdAt: "desc" },
    take: SHOWN,
  });
  const rows = await db.$queryRaw<{ replay_id: string; status: DeliveryStatus; count: number }[]>`
    select replay_id, status, count(*)::int as count from delivery
    where replay_id = any (${replays.map(({ id }) => id)}) and replay_id <> ''
    group by 1, 2`;
  return replays.map((replay) => {
    const countOf = (status: DeliveryStatus) =>
      rows.find((row) => row.replay_id === replay.id && row.status === status)?.count ?? 0;
    const unrecorded = replay.status === "running" ? Math.max(0, replay.total - replay.recorded) : 0;
    return {
      id: replay.id,
      status: replay.status,
      statuses: replay.statuses,
      eventTypes: replay.eventTypes,
      fromAt: replay.fromAt,
      untilAt: replay.untilAt,
      createdByName: replay.createdByName,
      createdAt: replay.createdAt,
      total: replay.total,
      counts: {
        waiting: countOf("waiting") + unrecorded,
        delivered: countOf("delivered"),
        failed: countOf("failed"),
        canceled: countOf("canceled"),
        held: countOf("held"),
      },
    };
  });
}
