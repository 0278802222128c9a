import type { EngineEvent } from "./event-payload";
import type { LeasedJob } from "./leased-job";

/** The event that starts an `onFailure` handler; its id is the run's, so that it starts one run however often it is sent. */
export function runFailedEvent(
  { runId, functionId }: LeasedJob,
  event: EngineEvent,
  error: unknown,
): EngineEvent {
  return {
    name: "inngest/function.failed",
    id: runId,
    data: { function_id: functionId, run_id: runId, event, error },
    ts: Date.now(),
  };
}
