import { readCronTrigger, type CronTrigger } from "./read-cron-trigger";

/** What the engine needs to know of one function that this process serves. */
export type FunctionConfig = {
  /** `<app>-<function>`, as the SDK builds it. */
  id: string;
  /** Names of the events that start it. */
  events: string[];
  crons: CronTrigger[];
  /** Set on an `onFailure` handler: the id of the function whose failed runs start it. */
  failureOf: string | null;
  /** Requests per step before it counts as failed: retries + 1. */
  attemptsMax: number;
  /** At most `count` requests at once per value at `path` of the event; an empty path is one limit for all. */
  limit: { count: number; path: string[] } | null;
};

/** A served function uses something that this engine doesn't run. The message has one line per function and option. */
export class UnsupportedFunctionError extends Error {
  override name = "UnsupportedFunctionError";
  constructor(readonly problems: { functionId: string; option: string }[]) {
    super(
      `The embedded engine can't run these functions as they are:\n${problems
        .map(({ functionId, option }) => `  ${functionId}: ${option} is not supported`)
        .join("\n")}\nLeave these options out, or start with ENGINE=inngest.`,
    );
  }
}

const DEFAULT_RETRIES = 4;
const READ_KEYS = new Set(["id", "name", "triggers", "steps", "concurrency"]);
const OPTION_NAMES: Record<string, string> = { cancel: "cancelOn" };
const EVENT_PATH = /^event((?:\.[A-Za-z_]\w*)+)$/;
const FAILURE_OF = /^event\.data\.function_id == '([^']+)'$/;

/**
 * Reads one item of `functions[]` of the SDK's registration body.
 * @returns its config, and the name of every option that this engine doesn't run.
 */
export function readFunctionConfig(raw: Record<string, unknown>): {
  config: FunctionConfig;
  unsupported: string[];
} {
  const unsupported = Object.keys(raw)
    .filter((key) => !READ_KEYS.has(key) && raw[key] !== undefined && raw[key] !== null)
    .map((key) => OPTION_NAMES[key] ?? key);
  const triggers = readTriggers(asList(raw.triggers).map(asRecord), unsupported);
  const limit = readLimit(raw.concurrency, unsupported);
  return {
    config: { id: String(raw.id), ...triggers, attemptsMax: readAttemptsMax(raw.steps), limit },
    unsupported,
  };
}

function readTriggers(triggers: Record<string, unknown>[], unsupported: string[]) {
  const events: string[] = [];
  const crons: CronTrigger[] = [];
  let failureOf: string | null = null;
  if (triggers.length === 0) unsupported.push("having no trigger (step.invoke)");
  for (const { event, cron, expression, jitter } of triggers) {
    if (typeof cron === "string") {
      const trigger = readCronTrigger(cron);
      if (trigger === null) unsupported.push(`the cron expression "${cron}"`);
      else crons.push(trigger);
      if (jitter !== undefined) unsupported.push("jitter of a cron trigger");
    } else if (
      event === "inngest/function.failed" &&
      typeof expression === "string" &&
      FAILURE_OF.test(expression)
    ) {
      failureOf = FAILURE_OF.exec(expression)?.[1] ?? null;
    } else if (typeof event === "string") {
      if (event.includes("*") || event.startsWith("inngest/"))
        unsupported.push(`the trigger event "${event}"`);
      else events.push(event);
      if (expression !== undefined) unsupported.push("if of a trigger");
    }
  }
  return { events, crons, failureOf };
}

function readLimit(concurrency: unknown, unsupported: string[]): FunctionConfig["limit"] {
  if (concurrency === undefined || concurrency === null) return null;
  if (typeof concurrency === "number") return { count: concurrency, path: [] };
  if (Array.isArray(concurrency)) {
    unsupported.push("concurrency with a list of limits");
    return null;
  }
  const { limit, key, scope } = asRecord(concurrency);
  if (scope !== undefined && scope !== "fn") unsupported.push("scope of concurrency");
  const path = key === undefined ? "" : EVENT_PATH.exec(asText(key))?.[1];
  if (path === undefined)
    unsupported.push(`the concurrency key "${asText(key)}" (other than one path of event)`);
  return { count: Number(limit), path: (path ?? "").split(".").filter(Boolean) };
}

function readAttemptsMax(steps: unknown): number {
  const { attempts } = asRecord(asRecord(asRecord(steps).step).retries);
  return (typeof attempts === "number" ? attempts : DEFAULT_RETRIES) + 1;
}

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};
