import { buildCallRequest } from "./call-request";
import { commitNext, type Committed } from "./commit-next";
import type { Database } from "./database";
import { decideNext, SLEEP_ENDED, type Next } from "./decide-next";
import type { FunctionConfig } from "./function-config";
import type { Handler } from "./handler";
import type { HeldJobs } from "./held-jobs";
import { ingestEvents } from "./ingest-events";
import type { LeasedJob, RunState } from "./leased-job";
import { loadRuns } from "./load-runs";
import { readAnswer, threw, type Answer } from "./read-answer";
import { retryWhile } from "./retry-while";
import { runFailedEvent } from "./run-failed-event";

/** How a run ended. `output` is what the function returned, `error` what it threw last. */
export type RunEnd = {
  runId: string;
  functionId: string;
  eventId: string;
  status: "completed" | "failed";
  output?: unknown;
  error?: unknown;
};

export type JobContext = {
  database: Database;
  handler: Handler;
  functions: Map<string, FunctionConfig>;
  held: HeldJobs;
  leaseMs: number;
  requestTimeoutMs: number;
  retryDelayMs: (attempt: number) => number;
  /** True once the process is stopping: a job that could go on at once is handed back. */
  isStopping: () => boolean;
  onRunEnd: (end: RunEnd) => void;
};

/** So many requests of one run in a row; then others get their turn. */
const TURNS_MAX = 5;
/** A run whose process died this often in the same request is given up. */
const CLAIMS_MAX = 20;

/** Makes a job's request and those that follow from it at once. Resolves when the job is no longer held; throws when the database fails. */
export async function runJob(context: JobContext, job: LeasedJob): Promise<void> {
  const config = context.functions.get(job.functionId);
  if (!config) throw new Error(`${job.functionId} is not served here`);
  let kept = job;
  for (let turn = 1; ; turn += 1) {
    const run = kept.run ?? (await loadRun(context, kept.runId));
    if (!run) return;
    const current = { ...kept, run };
    context.held.add(current);
    const answer = await answerOf(context, current, config);
    const next = decideNext(answer, {
      stepId: current.stepId,
      attempt: current.attempt,
      isGroup: run.isGroup,
      plansOnly: current.plansOnly,
      attemptsMax: config.attemptsMax,
      stepCount: context.held.stepCount(current.id, current.token) ?? run.steps.length,
      retryDelayMs: context.retryDelayMs,
    });
    const keepMs = turn < TURNS_MAX && !context.isStopping() ? context.leaseMs : null;
    const committed = await retryWhile(context.leaseMs, () => commit(context, current, next, keepMs));
    if (committed === "lost") return;
    if (next.kind === "complete" || next.kind === "fail") reportEnd(context, current, next);
    if (committed === "left") return;
    kept = afterKept(current, next);
  }
}

async function loadRun({ database, leaseMs }: JobContext, runId: string): Promise<RunState | undefined> {
  return (await retryWhile(leaseMs, () => loadRuns(database.query, [runId]))).get(runId);
}

async function answerOf(
  context: JobContext,
  job: LeasedJob & { run: RunState },
  config: FunctionConfig,
): Promise<Answer> {
  if (job.isSleep) {
    return {
      kind: "ops",
      ops: [{ id: job.stepId, op: SLEEP_ENDED }],
      isRetriable: false,
      retryAfterMs: null,
    };
  }
  if (job.claims > CLAIMS_MAX) {
    return threw(new Error(`The process ended ${CLAIMS_MAX} times while this step ran`), false);
  }
  const request = buildCallRequest(job, job.run, config.attemptsMax);
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Answer>((resolve) => {
    const give = () => resolve(threw(new Error(`No answer within ${context.requestTimeoutMs} ms`), true));
    timer = setTimeout(give, context.requestTimeoutMs);
  });
  try {
    return await Promise.race([context.handler(request).then(readAnswer), timeout]);
  } catch (error) {
    return threw(error instanceof Error ? error : new Error(String(error)), true);
  } finally {
    clearTimeout(timer);
  }
}

async function commit(
  context: JobContext,
  job: LeasedJob & { run: RunState },
  next: Next,
  keepMs: number | null,
): Promise<Committed> {
  const { database, functions, held } = context;
  if (held.stepCount(job.id, job.token) === null) return "lost";
  const failureHandler = [...functions.values()].find(({ failureOf }) => failureOf === job.functionId);
  if (next.kind !== "fail" || !failureHandler) return commitNext(database.query, job, next, keepMs);
  return database.transaction(async (query) => {
    const committed = await commitNext(query, job, next, keepMs);
    const event = runFailedEvent(job, job.run.event, next.error);
    if (committed === "left") await ingestEvents(query, [{ event, target: failureHandler.id }], null);
    return committed;
  });
}

/** The job as the database now has it. */
function afterKept(job: LeasedJob, next: Next): LeasedJob {
  const kept = { ...job, claims: 1, run: null };
  if (next.kind !== "continue") {
    return { ...kept, stepId: "step", isSleep: false, plansOnly: job.isSleep, attempt: 0 };
  }
  const { planned, attempt, plansOnly } = next;
  return { ...kept, stepId: planned.stepId, isSleep: planned.isSleep, attempt, plansOnly };
}

function reportEnd(
  { onRunEnd }: JobContext,
  { runId, functionId, run }: LeasedJob & { run: RunState },
  next: Extract<Next, { kind: "complete" | "fail" }>,
): void {
  const end = { runId, functionId, eventId: run.event.id };
  if (next.kind === "complete") onRunEnd({ ...end, status: "completed", output: next.output });
  else onRunEnd({ ...end, status: "failed", error: next.error });
}
