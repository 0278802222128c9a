import { sql } from "@/lib/db/sql";

/** Counting stops here: beyond it the exact number tells an operator nothing more. */
export const COUNT_MAX = 100_000;

/** The queues of the whole installation. */
export type Queues = {
  /** Deliveries that will be sent, now or later; up to 100,000. */
  waiting: number;
  /** Of these, whose time has come; up to 100,000. */
  due: number;
  /** Deliveries of webhooks that are or were off, about which nobody has decided; up to 100,000. */
  held: number;
  /** How long the delivery that is due for longest has waited; 0 when none is due. */
  oldestDueSeconds: number;
  /** Lanes being served at the moment. */
  lanesServed: number;
  failingWebhooks: number;
  messagesDue: number;
  messagesSending: number;
};

const counted = (where: string) =>
  `(select count(*) from (select 1 from delivery where ${where} limit ${COUNT_MAX}) as counted)::int`;

const QUEUES = `
  select ${counted("status = 'waiting'")} as waiting,
         ${counted("status = 'waiting' and due_at <= now()")} as due,
         ${counted("status = 'held'")} as held,
         (select greatest(0, coalesce(extract(epoch from now() - min(first.due_at)), 0))::float8
          from lane cross join lateral (
            select min(due_at) as due_at from delivery
            where webhook_id = lane.webhook_id and status = 'waiting' and due_at <= now()
          ) as first) as oldest_due_seconds,
         (select count(*) from lane where token is not null and opened and ready_at > now())::int as lanes_served,
         (select count(*) from lane join webhook on webhook.id = lane.webhook_id
          where first_failure_at is not null and is_on and deleted_at is null)::int as failing_webhooks,
         (select count(*) from message where status = 'scheduled' and due_at <= now())::int as messages_due,
         (select count(*) from message where status = 'sending')::int as messages_sending`;

type Row = {
  waiting: number;
  due: number;
  held: number;
  oldest_due_seconds: number;
  lanes_served: number;
  failing_webhooks: number;
  messages_due: number;
  messages_sending: number;
};

/** Reads how much waits, in one statement that costs no more however long the backlog is. */
export async function readQueues(): Promise<Queues> {
  const [row] = await sql<Row>(QUEUES);
  if (!row) throw new Error("The queues couldn't be read.");
  return {
    waiting: row.waiting,
    due: row.due,
    held: row.held,
    oldestDueSeconds: row.oldest_due_seconds,
    lanesServed: row.lanes_served,
    failingWebhooks: row.failing_webhooks,
    messagesDue: row.messages_due,
    messagesSending: row.messages_sending,
  };
}
