import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { createEngine } from "@/inngest/engine/create-engine";
import type { RunEnd } from "@/inngest/engine/run-job";
import { allFunctions } from "@/inngest/engine/parity/fixtures/all-functions";
import { serveOverHttp } from "@/inngest/engine/parity/serve-over-http";
import { signRequest } from "@/inngest/engine/parity/sign-request";
import { Trace } from "@/inngest/engine/parity/trace";
import { WireLog } from "@/inngest/engine/parity/wire-log";
import { engineTarget, RETRY_DELAY_MS } from "./engine-target";
import { quietLogger } from "@/inngest/engine/testing/quiet-logger";
import { APP_ID, type TargetKind } from "./target";

const SIGNING_KEY = "signkey-test-0123456789abcdef0123456789abcdef";

/** (b) The embedded engine, functions behind loopback HTTP in the SDK's cloud mode: signed there, plain HTTP back. */
export function signedHttp(databaseUrl: string): TargetKind {
  return {
    name: "the engine, over signed HTTP",
    skipReason: null,
    isEngine: true,
    async start({ isCheckpointing }) {
      const trace = new Trace();
      const wire = new WireLog();
      const ends: RunEnd[] = [];
      const late = { appUrl: "" };
      const engine = createEngine({
        databaseUrl,
        handler: async (request) => fetch(await signRequest(request, late.appUrl, SIGNING_KEY)),
        retryDelayMs: () => RETRY_DELAY_MS,
        onRunEnd: (end) => ends.push(end),
      });
      const api = await serveOverHttp((request) => engine.fetch(request));
      const client = new Inngest({
        id: APP_ID,
        isDev: false,
        baseUrl: api.url,
        eventKey: "test",
        signingKey: SIGNING_KEY,
        checkpointing: isCheckpointing,
        logger: quietLogger,
      });
      const handler = serve({ client, functions: allFunctions(client, trace) });
      const app = await serveOverHttp(wire.recording(handler), "/api/inngest");
      late.appUrl = app.url;
      await engine.start();
      const stop = async () => {
        await engine.stop();
        await app.stop();
        await api.stop();
      };
      return engineTarget({ engine, client, ends, trace, wire, stop });
    },
  };
}
