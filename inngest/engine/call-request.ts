import { randomUUID } from "node:crypto";
import { APP_URL } from "./handler";
import type { LeasedJob, RunState } from "./leased-job";

/** The SDK's own execution version; the engine runs no other. */
export const EXECUTION_VERSION = 2;

const HOST = new URL(APP_URL).host;

/**
 * Builds the request that makes the SDK run one function until its next step (SDK_SPEC section 4.4).
 * `fn_id` and `qi_id` let it checkpoint steps and go on within the same request.
 */
export function buildCallRequest(job: LeasedJob, run: RunState, attemptsMax: number): Request {
  const url = `${APP_URL}?fnId=${encodeURIComponent(job.functionId)}&stepId=${job.stepId}`;
  const requestId = randomUUID();
  const body = {
    event: run.event,
    events: [run.event],
    steps: Object.fromEntries(run.steps.map(({ id, value }) => [id, value])),
    defers: {},
    version: EXECUTION_VERSION,
    use_api: false,
    ctx: {
      run_id: job.runId,
      fn_id: job.functionId,
      qi_id: queueItemId(job),
      env: "local",
      step_id: "step",
      attempt: job.attempt,
      max_attempts: attemptsMax,
      stack: { stack: run.steps.map(({ id }) => id), current: run.steps.length },
      request_id: requestId,
      job_id: job.id,
      disable_immediate_execution: job.plansOnly,
      use_api: false,
    },
  };
  return new Request(url, {
    method: "POST",
    headers: {
      host: HOST,
      "content-type": "application/json",
      "x-run-id": job.runId,
      "x-request-id": requestId,
      "x-inngest-job-id": job.id,
    },
    body: JSON.stringify(body),
  });
}

/** Names a lease to the SDK, which hands it back with each checkpoint. */
export function queueItemId({ id, token }: { id: string; token: string }): string {
  return `${id}.${token}`;
}

/** The opposite of `queueItemId`; null when it isn't one. */
export function readQueueItemId(text: string): { id: string; token: string } | null {
  const [, id, token] = /^(\d+)\.([\da-f-]{36})$/.exec(text) ?? [];
  return id !== undefined && token !== undefined ? { id, token } : null;
}
