import type { Inngest } from "inngest";
import type { Engine } from "@/inngest/engine/create-engine";
import type { RunEnd } from "@/inngest/engine/run-job";
import type { Trace } from "@/inngest/engine/parity/trace";
import type { WireLog } from "@/inngest/engine/parity/wire-log";
import type { RunStatus, Target } from "./target";

/** Fast enough for a test; the real server is told to wait 1 s. */
export const RETRY_DELAY_MS = 50;

/** The parts of a target that both ways to run the embedded engine share. */
export function engineTarget(options: {
  engine: Engine;
  client: Inngest.Any;
  ends: RunEnd[];
  trace: Trace;
  wire: WireLog;
  stop: () => Promise<void>;
}): Target {
  const { engine, client, ends, trace, wire } = options;
  return {
    trace,
    wire,
    nap: "1s",
    send: async (...events) => (await client.send(events)).ids,
    statusOf: async (runId): Promise<RunStatus> =>
      ends.find((end) => end.runId === runId)?.status ?? "running",
    stop: async () => {
      const stats = await engine.stats();
      await options.stop();
      const left = stats.held + stats.due + stats.sleeping;
      if (left > 0) throw new Error(`${left} jobs are left over: ${JSON.stringify(stats)}`);
    },
  };
}
