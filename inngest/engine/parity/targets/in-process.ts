import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { createEngine, type Engine } from "@/inngest/engine/create-engine";
import type { RunEnd } from "@/inngest/engine/run-job";
import { allFunctions } from "@/inngest/engine/parity/fixtures/all-functions";
import { Trace } from "@/inngest/engine/parity/trace";
import { WireLog } from "@/inngest/engine/parity/wire-log";
import { engineTarget, RETRY_DELAY_MS } from "./engine-target";
import { quietLogger } from "./quiet-logger";
import { APP_ID, type TargetKind } from "./target";

/** (a) The embedded engine, functions called in the same process. */
export function inProcess(databaseUrl: string): TargetKind {
  return {
    name: "the engine, in process",
    skipReason: null,
    isEngine: true,
    async start({ isCheckpointing }) {
      const trace = new Trace();
      const wire = new WireLog();
      const ends: RunEnd[] = [];
      const late: { engine?: Engine } = {};
      const client = new Inngest({
        id: APP_ID,
        isDev: true,
        baseUrl: "http://engine.internal",
        checkpointing: isCheckpointing,
        logger: quietLogger,
        fetch: async (input, init) => {
          if (!late.engine) throw new Error("The engine isn't there yet");
          return late.engine.fetch(input, init);
        },
      });
      const engine = createEngine({
        databaseUrl,
        handler: wire.recording(serve({ client, functions: allFunctions(client, trace) })),
        retryDelayMs: () => RETRY_DELAY_MS,
        onRunEnd: (end) => ends.push(end),
      });
      late.engine = engine;
      await engine.start();
      return engineTarget({ engine, client, ends, trace, wire, stop: engine.stop });
    },
  };
}
