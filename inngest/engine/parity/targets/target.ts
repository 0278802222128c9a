import type { Trace } from "@/inngest/engine/parity/trace";
import type { WireLog } from "@/inngest/engine/parity/wire-log";

export type TestEvent = {
  name: string;
  id?: string;
  ts?: number;
  data: { key: string; [field: string]: unknown };
};

export type RunStatus = "running" | "completed" | "failed";

/** Something that runs the fixture functions. */
export type Target = {
  trace: Trace;
  wire: WireLog;
  /** Long enough a sleep for the target to find a place that became free. */
  nap: string;
  /** Sends events and gives the ids by which the target knows them. */
  send: (...events: TestEvent[]) => Promise<string[]>;
  /** What the target itself says of a run. */
  statusOf: (runId: string) => Promise<RunStatus>;
  stop: () => Promise<void>;
};

export type TargetKind = {
  name: string;
  /** Why it can't run on this machine; null when it can. */
  skipReason: string | null;
  /** True for ours, whose calls are compared with those of the real server. */
  isEngine: boolean;
  start: (options: { isCheckpointing: boolean }) => Promise<Target>;
};

/** The id of the fixture app. */
export const APP_ID = "parity";
