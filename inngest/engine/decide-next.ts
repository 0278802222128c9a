import type { MemoisedStep } from "./leased-job";
import type { Answer, Op } from "./read-answer";
import { readSleepMs, SLEEP_MAX_MS } from "./sleep-duration";

export type PlannedStep = { stepId: string; isSleep: boolean; delayMs: number };

/** What becomes of a job after its request. `saved` are the steps to memoise with it. */
export type Next =
  | { kind: "complete"; output: unknown }
  | { kind: "fail"; error: unknown }
  | { kind: "continue"; saved: MemoisedStep[]; planned: PlannedStep; attempt: number; plansOnly: boolean }
  | { kind: "fan-out"; saved: MemoisedStep[]; planned: PlannedStep[] }
  | { kind: "leave-group"; saved: MemoisedStep[] };

export type Situation = {
  stepId: string;
  attempt: number;
  isGroup: boolean;
  plansOnly: boolean;
  attemptsMax: number;
  /** Steps memoised so far. */
  stepCount: number;
  retryDelayMs: (attempt: number) => number;
};

/** The op that the engine answers itself with when a sleep has ended. */
export const SLEEP_ENDED = "SleepEnded";

/** Most steps of one run. */
export const STEPS_MAX = 1_000;
/** Largest output of one step, as JSON. */
export const STEP_BYTES_MAX = 4 * 1024 * 1024;
const DISCOVER: PlannedStep = { stepId: "step", isSleep: false, delayMs: 0 };
const READ_OPS = new Set([
  "StepRun",
  "StepError",
  "StepFailed",
  "StepPlanned",
  "Sleep",
  SLEEP_ENDED,
  "RunComplete",
  "DiscoveryRequest",
]);

/** Decides what follows an answer. Pure; the rules are the real server's, as the parity suite shows. */
export function decideNext(answer: Answer, now: Situation): Next {
  if (answer.kind === "returned") return complete(answer.data);
  if (answer.kind === "threw") return retry(answer, now) ?? { kind: "fail", error: answer.error };

  const unsupported = answer.ops.find((op) => !READ_OPS.has(op.op) || op.opts?.parallelMode === "race");
  if (unsupported) return fail(`${nameOf(unsupported)} is not supported by the embedded engine`);

  const failedStep = answer.ops.find(({ op }) => op === "StepError");
  const again = failedStep && retry(answer, now);
  if (again) return again;

  const done = answer.ops.find(({ op }) => op === "RunComplete");
  if (done) return complete(done.data);

  const saved = answer.ops.flatMap(toMemoised);
  if (now.stepCount + saved.length > STEPS_MAX) return fail(`A run can't have more than ${STEPS_MAX} steps`);
  if (saved.some((step) => sizeOf(step.value) > STEP_BYTES_MAX))
    return fail("A step's output is larger than 4 MB");
  if (now.isGroup) return { kind: "leave-group", saved };

  const planned: PlannedStep[] = [];
  for (const op of answer.ops) {
    if (op.op === "StepPlanned") planned.push({ stepId: op.id, isSleep: false, delayMs: 0 });
    if (op.op === "Sleep") {
      const delayMs = readSleepMs(op.name ?? "");
      if (delayMs === null) return fail(`Can't read the time to sleep: ${op.name}`);
      if (delayMs > SLEEP_MAX_MS) return fail("A sleep can't be longer than 366 days");
      planned.push({ stepId: op.id, isSleep: true, delayMs });
    }
  }
  if (planned.length > 1) return { kind: "fan-out", saved, planned };
  return { kind: "continue", saved, planned: planned[0] ?? DISCOVER, attempt: 0, plansOnly: false };
}

function retry(answer: Extract<Answer, { isRetriable: boolean }>, now: Situation): Next | null {
  if (!answer.isRetriable || now.attempt + 1 >= now.attemptsMax) return null;
  const delayMs = answer.retryAfterMs ?? now.retryDelayMs(now.attempt);
  return {
    kind: "continue",
    saved: [],
    planned: { stepId: now.stepId, isSleep: false, delayMs },
    attempt: now.attempt + 1,
    plansOnly: now.plansOnly,
  };
}

function toMemoised({ op, id, data, error }: Op): MemoisedStep[] {
  if (op === "StepRun") return [{ id, value: { data: data ?? null } }];
  if (op === "StepError" || op === "StepFailed") return [{ id, value: { error: toStored(error) } }];
  return op === SLEEP_ENDED ? [{ id, value: null }] : [];
}

/** The fields that the SDK makes an error of again. */
function toStored(error: unknown): unknown {
  if (typeof error !== "object" || error === null) return error;
  const { name, message, stack, cause }: Record<string, unknown> = { ...error };
  return { name, message, stack, cause };
}

function complete(output: unknown): Next {
  return sizeOf(output) > STEP_BYTES_MAX
    ? fail("A function's output is larger than 4 MB")
    : { kind: "complete", output };
}

const fail = (message: string): Next => ({ kind: "fail", error: { name: "Error", message } });

const nameOf = ({ op, opts }: Op) =>
  opts?.parallelMode === "race" ? 'group.parallel with mode "race"' : `The step op ${op}`;

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? "");
