import { allFunctions } from "@/inngest/engine/parity/fixtures/all-functions";
import { Trace } from "@/inngest/engine/parity/trace";
import { WireLog } from "@/inngest/engine/parity/wire-log";
import { startTestEngine } from "@/inngest/engine/testing/start-test-engine";
import { engineTarget, RETRY_DELAY_MS } from "./engine-target";
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
      const { client, engine, ends } = await startTestEngine({
        databaseUrl,
        appId: APP_ID,
        isCheckpointing,
        functions: (own) => allFunctions(own, trace),
        wrap: (handler) => wire.recording(handler),
        retryDelayMs: () => RETRY_DELAY_MS,
      });
      return engineTarget({ engine, client, ends, trace, wire, stop: engine.stop });
    },
  };
}
