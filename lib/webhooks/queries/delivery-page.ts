import { Prisma } from "@/lib/db/generated/client";
import { type CodeClass, DELIVERY_STATUSES, type DeliveryFilters } from "@/lib/webhooks/delivery-filters";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";

/** A delivery's place in every list: the newest first, those of one moment by id. */
export type PagePlace = { createdAt: Date; id: bigint };

export type PageQuery = {
  projectId: string;
  filters: DeliveryFilters;
  after: PagePlace | null;
  rows: number;
};

/** More revisions of one resource than anybody reads in the log. */
const EVENTS_OF_RESOURCE_MAX = 200;

const COLUMNS = Prisma.sql`
  id, project_id, webhook_id, event_id, event_type, resource_id, revision, replay_id, status, end_reason, attempts,
  due_at, last_status, last_error, last_advice, last_ms, last_is_ours, created_at, ended_at`;

/**
 * One page of deliveries. Each filter is read along an index, newest first, so the cost doesn't grow with the log: what has
 * one state and type lies together there, and apart from it what has one class of failed answer too; several of these are
 * merged. Null when no delivery can match.
 */
export function deliveryPage(query: PageQuery): Prisma.Sql | null {
  const { filters, projectId } = query;
  const walks = walksOf(query);
  if (walks.length === 0) return null;
  const conditions = [
    Prisma.sql`project_id = ${projectId}`,
    ...(filters.about ? aboutConditions(query) : []),
  ];
  return Prisma.sql`
    select ${COLUMNS} from (${filters.about ? aboutOne(filters.about, filters.webhookId) : merge(query)}) d
    where ${Prisma.join(conditions, " and ")}
    order by created_at desc, id desc limit ${query.rows}`;
}

function merge(query: PageQuery): Prisma.Sql {
  const { filters, projectId, rows } = query;
  // The webhook alone: the caller has seen that it is the project's, and the condition that decides the index stays plain.
  const scope = filters.webhookId
    ? Prisma.sql`webhook_id = ${filters.webhookId}`
    : Prisma.sql`project_id = ${projectId}`;
  const walks = walksOf(query).map(
    (walk) => Prisma.sql`
      (select ${COLUMNS} from delivery
       where ${scope} and ${walk} and ${Prisma.join(bounds(query), " and ")}
       order by created_at desc, id desc limit ${rows})`,
  );
  return Prisma.sql`
    select * from (${Prisma.join(walks, " union all ")}) walked order by created_at desc, id desc limit ${rows}`;
}

/** The parts of an index that hold what matches, each in order. */
function walksOf({ filters }: PageQuery): Prisma.Sql[] {
  const { code } = filters;
  const codeClass = filters.webhookId
    ? Prisma.sql`coalesce(last_status / 100, 0)`
    : Prisma.sql`coalesce(last_status, 0) / 100`;
  const failedAs =
    code === undefined || code === "2xx"
      ? Prisma.empty
      : Prisma.sql`and ${codeClass} = ${classNumber(code)}::int and attempts > 0 and status <> 'delivered'`;
  return statusesOf(filters).flatMap((status) =>
    EVENT_TYPES.filter((type) => filters.type === undefined || type === filters.type).map(
      (type) => Prisma.sql`status = ${status}::delivery_status and event_type = ${type} ${failedAs}`,
    ),
  );
}

/** A 2xx answer always delivers, and nothing else does. */
function statusesOf({ status, code }: DeliveryFilters): readonly string[] {
  return DELIVERY_STATUSES.filter(
    (each) =>
      (status === undefined || each === status) &&
      (code === undefined || (code === "2xx") === (each === "delivered")),
  );
}

function aboutOne(about: string, webhookId: string | undefined): Prisma.Sql {
  const id = /^(?:dlv_)?(\d{1,18})$/.exec(about)?.[1];
  if (id) return Prisma.sql`select * from delivery where id = ${BigInt(id)}`;
  const events = about.startsWith("evt_")
    ? Prisma.sql`select ${about} as id`
    : Prisma.sql`
        select id from event where resource_id = ${about} and not is_test
        order by revision desc limit ${EVENTS_OF_RESOURCE_MAX}`;
  const scope = webhookId ? Prisma.sql`and webhook_id = ${webhookId}` : Prisma.empty;
  return Prisma.sql`
    select d.* from (${events}) e
    cross join lateral (select * from delivery where event_id = e.id ${scope} offset 0) d`;
}

function aboutConditions(query: PageQuery): Prisma.Sql[] {
  const { filters } = query;
  const { code } = filters;
  return [
    Prisma.sql`status::text in (${Prisma.join([...statusesOf(filters)])})`,
    ...bounds(query),
    ...(filters.type ? [Prisma.sql`event_type = ${filters.type}`] : []),
    ...(filters.webhookId ? [Prisma.sql`webhook_id = ${filters.webhookId}`] : []),
    ...(code
      ? [Prisma.sql`coalesce(last_status, 0) / 100 = ${classNumber(code)}::int and attempts > 0`]
      : []),
  ];
}

function bounds({ filters: { from, until }, after }: PageQuery): Prisma.Sql[] {
  return [
    Prisma.sql`true`,
    ...(after ? [Prisma.sql`(created_at, id) < (${after.createdAt}::timestamptz, ${after.id}::bigint)`] : []),
    ...(from ? [Prisma.sql`created_at >= ${from}::timestamptz`] : []),
    // A later page begins before `until` anyway, and one upper end is what the index needs.
    ...(until && !after ? [Prisma.sql`created_at < ${until}::timestamptz`] : []),
  ];
}

function classNumber(code: CodeClass): number {
  return code === "none" ? 0 : Number(code.charAt(0));
}
