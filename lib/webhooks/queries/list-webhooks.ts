import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { DeliveryStatus } from "@/lib/db/generated/enums";
import { hookUrl, testReceiver } from "@/lib/receiver/receiver-origin";
import { EVENT_TYPES, type EventType } from "@/lib/webhooks/event-catalog";
import type { HealthFacts } from "@/lib/webhooks/health-words";
import { countUndecided } from "@/lib/webhooks/queries/count-undecided";
import { healthFactsOf } from "@/lib/webhooks/queries/health-facts";

type LastDelivery = { status: DeliveryStatus; at: Date };

export type WebhookItem = {
  id: string;
  url: string;
  isOn: boolean;
  /** All types, also types added later; `eventTypes` then holds today's. */
  allEventTypes: boolean;
  eventTypes: EventType[];
  health: HealthFacts;
  /** The newest delivery; `at` is when it ended, else when it was recorded. */
  lastDelivery: LastDelivery | null;
  /** Events that happened while it was off, about which nobody has decided; 0 while it is off. */
  undecidedCount: number;
};

export type WebhookList = {
  /** Newest first. */
  webhooks: WebhookItem[];
  /** Deleted ones whose log can still be read. */
  deleted: { id: string; url: string; deletedAt: Date }[];
  /** The URL that the test receiver offers; null where none runs. */
  testReceiverUrl: string | null;
};

/** What Settings > API shows about webhooks. */
export async function listWebhooks(access: Access): Promise<WebhookList> {
  const { projectId } = access;
  const [webhooks, newest, deleted, undecided] = await Promise.all([
    db.webhook.findMany({
      where: { projectId, deletedAt: null },
      include: { lane: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    }),
    newestDeliveries(projectId),
    db.webhook.findMany({
      where: { projectId, deletedAt: { not: null }, deliveries: { some: {} } },
      select: { id: true, url: true, deletedAt: true },
      orderBy: { deletedAt: "desc" },
      take: 50,
    }),
    countUndecided(projectId),
  ]);
  const receiver = testReceiver();
  return {
    webhooks: webhooks.map((webhook) => {
      const lastDelivery = newest.get(webhook.id) ?? null;
      return {
        id: webhook.id,
        url: webhook.url,
        isOn: webhook.isOn,
        allEventTypes: webhook.allEventTypes,
        eventTypes: EVENT_TYPES.filter((type) => webhook.allEventTypes || webhook.eventTypes.includes(type)),
        health: healthFactsOf(webhook, webhook.lane, lastDelivery !== null),
        lastDelivery,
        undecidedCount: undecided.get(webhook.id) ?? 0,
      };
    }),
    deleted: deleted.flatMap(({ deletedAt, ...webhook }) => (deletedAt ? [{ ...webhook, deletedAt }] : [])),
    testReceiverUrl: receiver && hookUrl(receiver.origin, "demo"),
  };
}

/** A few index probes per webhook, however long its log is. */
async function newestDeliveries(projectId: string): Promise<Map<string, LastDelivery>> {
  const rows = await db.$queryRaw<(LastDelivery & { webhook_id: string })[]>`
    select w.id as webhook_id, d.status::text as status, coalesce(d.ended_at, d.created_at) as at
    from webhook w cross join lateral (
      select d.* from unnest(enum_range(null::delivery_status)) as s (status), unnest(${[...EVENT_TYPES]}::text[]) as t (type)
      cross join lateral (
        select id, status, ended_at, created_at from delivery
        where webhook_id = w.id and status = s.status and event_type = t.type order by created_at desc, id desc limit 1
      ) d
      order by created_at desc, id desc limit 1
    ) d
    where w.project_id = ${projectId} and w.deleted_at is null`;
  return new Map(rows.map(({ webhook_id: id, status, at }) => [id, { status, at }]));
}
