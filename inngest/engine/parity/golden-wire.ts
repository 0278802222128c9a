import type { WireEntry } from "./wire-log";

const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
/** Differs from one server to the next without meaning anything to a function. */
const DROPPED = new Set(["timing", "traceparent", "tracestate"]);

/** Calls and answers with what changes from run to run replaced by its name, for comparison with a recorded log. */
export function toGolden(entries: WireEntry[], key: string): unknown[] {
  const runIds = new Set(entries.map(({ call }) => call.ctx.run_id));
  return entries.map(({ functionId, stepId, call, answer }) => {
    const { ctx } = call;
    const value = {
      functionId,
      stepId,
      call: {
        attempt: ctx.attempt,
        max_attempts: ctx.max_attempts,
        disable_immediate_execution: ctx.disable_immediate_execution,
        use_api: ctx.use_api,
        step_id: ctx.step_id,
        stack: ctx.stack.stack,
        steps: call.steps,
        event: call.event,
        events: call.events.length,
      },
      answer: {
        status: answer.status,
        noRetry: answer.headers.get("x-inngest-no-retry"),
        retryAfter: answer.headers.get("retry-after"),
        body: answer.body,
      },
    };
    return neutral(value, key, runIds);
  });
}

function neutral(value: unknown, key: string, runIds: Set<string>): unknown {
  if (typeof value === "string") {
    if (runIds.has(value)) return "<run>";
    return value.replaceAll(key, "<key>").replaceAll(TIME, "<time>");
  }
  if (Array.isArray(value)) return value.map((item) => neutral(item, key, runIds));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value)
    .filter(([name]) => !DROPPED.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => {
      if (name === "ts") return [name, "<ts>"];
      if (name === "ids" && Array.isArray(field)) return [name, field.length];
      if (name === "stack" && typeof field === "string") return [name, "<stack>"];
      return [name, neutral(field, key, runIds)];
    });
  return Object.fromEntries(fields);
}
