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

const COLUMNS = Prisma.sql`
  id, project_id, webhook_id, event_id, event_type, resource_id, revision, replay_id, status, end_reason, attempts,
  due_at, last_status, last_error, last_advice, last_ms, last_is_ours, created_at, ended_at`;

/**
 * One page of deliveries. Each filter is read along an index, newest first, so the cost doesn't grow with the log: of a
 * resource, a webhook or the project, what has one state and type lies together there, and apart from it what has one class
 * of failed answer too; several of these are merged. Null when no delivery can match.
 */
export function deliveryPage(query: PageQuery): Prisma.Sql | null {
  const { filters, projectId } = query;
  if (statusesOf(filters).length === 0) return null;
  const one = filters.about === undefined ? null : oneOf(filters.about);
  const conditions = [Prisma.sql`project_id = ${projectId}`, ...(one ? narrowings(query) : [])];
  return Prisma.sql`
    select ${COLUMNS} from (${one ?? merge(query)}) d
    where ${Prisma.join(conditions, " and ")}
    order by created_at desc, id desc limit ${query.rows}`;
}

function merge(query: PageQuery): Prisma.Sql {
  const { rows } = query;
  const walks = walksOf(query).map(
    (walk) => Prisma.sql`(${walk} order by created_at desc, id desc limit ${rows})`,
  );
  return Prisma.sql`
    select * from (${Prisma.join(walks, " union all ")}) walked order by created_at desc, id desc limit ${rows}`;
}

/** The parts of an index that hold what matches, each in order. */
function walksOf(query: PageQuery): Prisma.Sql[] {
  const { projectId, filters } = query;
  const { about, webhookId } = filters;
  const walk = about
    ? (part: Prisma.Sql) => walkOfResource(query, about, part)
    : (part: Prisma.Sql) => Prisma.sql`
        select ${COLUMNS} from delivery
        where ${webhookId ? Prisma.sql`webhook_id = ${webhookId}` : Prisma.sql`project_id = ${projectId}`}
          and ${part} ${failedAs(filters)} and ${Prisma.join(bounds(query), " and ")}`;
  return statusesOf(filters).flatMap((status) =>
    EVENT_TYPES.filter((type) => filters.type === undefined || type === filters.type).map((type) =>
      walk(Prisma.sql`status = ${status}::delivery_status and event_type = ${type}`),
    ),
  );
}

/** Read by the resource alone, then narrowed: its own deliveries are few beside those of a webhook or an answer's class. */
function walkOfResource(query: PageQuery, about: string, part: Prisma.Sql): Prisma.Sql {
  const { webhookId } = query.filters;
  return Prisma.sql`
    select * from (
      select ${COLUMNS} from delivery
      where resource_id = ${about} and ${part} and ${Prisma.join(bounds(query), " and ")}
      order by created_at desc, id desc offset 0) one
    where ${webhookId ? Prisma.sql`webhook_id = ${webhookId}` : Prisma.sql`true`} ${failedAs(query.filters)}`;
}

function failedAs({ code, webhookId }: DeliveryFilters): Prisma.Sql {
  if (code === undefined || code === "2xx") return Prisma.empty;
  // As the index of each scope has it.
  const codeClass = webhookId
    ? Prisma.sql`coalesce(last_status / 100, 0)`
    : Prisma.sql`coalesce(last_status, 0) / 100`;
  return Prisma.sql`and ${codeClass} = ${classNumber(code)}::int and attempts > 0 and status <> 'delivered'`;
}

/** A 2xx answer always delivers, and nothing else does. */
function statusesOf({ status, code }: DeliveryFilters): readonly string[] {
  return DELIVERY_STATUSES.filter(
    (each) =>
      (status === undefined || each === status) &&
      (code === undefined || (code === "2xx") === (each === "delivered")),
  );
}

/** The deliveries of one event, or one delivery: few rows. Null for anything else. */
function oneOf(about: string): Prisma.Sql | null {
  const id = /^(?:dlv_)?(\d{1,18})$/.exec(about)?.[1];
  if (id) return Prisma.sql`select * from delivery where id = ${BigInt(id)}`;
  return about.startsWith("evt_")
    ? Prisma.sql`select * from delivery where event_id = ${about} offset 0`
    : null;
}

function narrowings(query: PageQuery): Prisma.Sql[] {
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
