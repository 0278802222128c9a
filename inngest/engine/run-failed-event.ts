import type { EngineEvent } from "./event-payload";
import type { LeasedJob } from "./leased-job";

/**
 * The event that starts an `onFailure` handler, with the fields that the real server gives it.
 * Its id is the run's, so that it starts one run however often it is sent.
 */
export function runFailedEvent(
  { runId, functionId }: LeasedJob,
  event: EngineEvent,
  error: unknown,
): EngineEvent {
  const fields: Record<string, unknown> = typeof error === "object" && error !== null ? { ...error } : {};
  const { user: _, ...withoutUser } = event;
  const { name = "Error", message = "Unknown error", stack = "" } = fields;
  return {
    name: "inngest/function.failed",
    id: runId,
    data: {
      _inngest: { status: "Failed" },
      function_id: functionId,
      run_id: runId,
      event,
      events: [withoutUser],
      error: { error: "NonRetriableError", name, message, stack },
      result: error,
    },
    ts: Date.now(),
    user: {},
  };
}
