import type { EngineEvent } from "./event-payload";

/** What a finished step gave: `{ data }`, `{ error }`, or null for a sleep. */
export type StepValue = { data: unknown } | { error: unknown } | null;

export type MemoisedStep = { id: string; value: StepValue };

/** A run as its next request needs it. */
export type RunState = {
  event: EngineEvent;
  /** In order of completion. */
  steps: MemoisedStep[];
  /** True while steps that were planned together run: the function goes on when the last of them has ended. */
  isGroup: boolean;
};

/** A job that this process holds. Everything it writes is fenced by `token`. */
export type LeasedJob = {
  id: string;
  runId: string;
  functionId: string;
  /** Empty when the function has no limit. */
  limitKey: string;
  /** `step`, or the hash of one planned step. */
  stepId: string;
  isSleep: boolean;
  /** The function shall name its next steps, not run one. */
  plansOnly: boolean;
  /** 0 for the first. */
  attempt: number;
  /** Leases since the last progress. */
  claims: number;
  token: string;
  /** Null until it is loaded. */
  run: RunState | null;
};
