import type { EngineEvent } from "./event-payload";
import type { FunctionConfig } from "./function-config";
import type { NewEvent } from "./ingest-events";
import { nextTick, previousTick, type CronTrigger } from "./read-cron-trigger";

const LOOK_MS = 30_000;
const MISSED_MAX_MS = 24 * 3_600_000;

/**
 * Sends the events of cron triggers. Every worker does; the event's id is the tick's time, so one run comes of it.
 * The last tick that fell into a time when no worker was up is made up for, once, if it is less than a day ago.
 */
export function startCronClock(
  functions: FunctionConfig[],
  lastSeen: Map<string, Date>,
  send: (events: NewEvent[]) => Promise<void>,
): () => void {
  const entries = functions.flatMap(({ id, crons }) => crons.map((cron) => ({ id, cron })));
  const startedAt = new Date();
  for (const { id, cron } of entries) {
    const missed = previousTick(cron, startedAt);
    const seen = lastSeen.get(id);
    if (missed && seen && missed > seen && startedAt.getTime() - missed.getTime() < MISSED_MAX_MS) {
      void send([tickEvent(id, cron, missed)]);
    }
  }
  const timers = entries.map(({ id, cron }) =>
    everyTick(cron, startedAt, (at) => void send([tickEvent(id, cron, at)])),
  );
  return () => timers.forEach((stop) => stop());
}

/** Looks at the clock at least every 30 s, so that a machine's sleep or a changed clock can't move a tick. */
function everyTick(cron: CronTrigger, from: Date, onTick: (at: Date) => void): () => void {
  let due = nextTick(cron, from);
  let timer: NodeJS.Timeout;
  const look = () => {
    const next = nextTick(cron, new Date());
    // The clock was set back: what it showed before is no time to wait for. A tick sent twice starts one run.
    if (due && next && next < due) due = next;
    while (due && due.getTime() <= Date.now()) {
      onTick(due);
      due = nextTick(cron, new Date(Math.max(due.getTime(), Date.now())));
    }
    if (due) timer = setTimeout(look, Math.min(Math.max(due.getTime() - Date.now(), 0), LOOK_MS));
  };
  look();
  return () => clearTimeout(timer);
}

function tickEvent(functionId: string, { source }: CronTrigger, at: Date): NewEvent {
  const time = at.toISOString().replace(".000Z", "Z");
  const event: EngineEvent = {
    name: "inngest/scheduled.timer",
    id: time,
    data: { cron: source, scheduledAt: time, fireAt: time },
    ts: at.getTime(),
    user: {},
  };
  return { event, target: functionId };
}
