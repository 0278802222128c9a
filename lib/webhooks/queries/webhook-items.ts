import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { DeliveryStatus } from "@/lib/db/generated/enums";
import { EVENT_TYPES, type EventType } from "@/lib/webhooks/event-catalog";
import type { HealthFacts } from "@/lib/webhooks/health-words";
import { countUndecided } from "@/lib/webhooks/queries/count-undecided";
import { healthFactsOf } from "@/lib/webhooks/queries/health-facts";
import { validSecretsAt } from "@/lib/webhooks/signing-secret";

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
  /** Of the present signing secret: one that is shown and was made before is no longer it. */
  secretMadeAt: Date | null;
  /** Until when a replaced signing secret signs as well; null when none does. */
  previousSecretUntil: Date | null;
};

/** A project's webhooks that aren't deleted, newest first. @param only the id of the one that is asked for */
export async function readWebhookItems(projectId: string, only?: string): Promise<WebhookItem[]> {
  const [webhooks, newest, undecided] = await Promise.all([
    db.webhook.findMany({
      where: { projectId, deletedAt: null, ...(only === undefined ? {} : { id: only }) },
      include: { lane: true, secrets: { select: { createdAt: true, expiresAt: true } } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    }),
    newestDeliveries(projectId, only),
    countUndecided(projectId, only),
  ]);
  return webhooks.map((webhook) => {
    const lastDelivery = newest.get(webhook.id) ?? null;
    const [secret, previous] = validSecretsAt(webhook.secrets, new Date());
    return {
      id: webhook.id,
      url: webhook.url,
      isOn: webhook.isOn,
      allEventTypes: webhook.allEventTypes,
      eventTypes: EVENT_TYPES.filter((type) => webhook.allEventTypes || webhook.eventTypes.includes(type)),
      health: healthFactsOf(webhook, webhook.lane, lastDelivery !== null),
      lastDelivery,
      undecidedCount: undecided.get(webhook.id) ?? 0,
      secretMadeAt: secret?.createdAt ?? null,
      previousSecretUntil: previous?.expiresAt ?? null,
    };
  });
}

/** A few index probes per webhook, however long its log is. */
async function newestDeliveries(
  projectId: string,
  only: string | undefined,
): Promise<Map<string, LastDelivery>> {
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
    where w.project_id = ${projectId} and w.deleted_at is null
      ${only === undefined ? Prisma.empty : Prisma.sql`and w.id = ${only}`}`;
  return new Map(rows.map(({ webhook_id: id, status, at }) => [id, { status, at }]));
}
