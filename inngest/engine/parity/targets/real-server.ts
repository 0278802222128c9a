import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { z } from "zod";
import { allFunctions } from "@/inngest/engine/parity/fixtures/all-functions";
import { serveOverHttp } from "@/inngest/engine/parity/serve-over-http";
import { Trace } from "@/inngest/engine/parity/trace";
import { waitUntil } from "@/inngest/engine/testing/wait-until";
import { WireLog } from "@/inngest/engine/parity/wire-log";
import { quietLogger } from "@/inngest/engine/testing/quiet-logger";
import { EVENT_KEY, SIGNING_KEY, startServerProcess } from "./server-process";
import { APP_ID, type RunStatus, type TargetKind } from "./target";

const runAnswer = z.object({ data: z.object({ status: z.string() }) });
const STATUSES: Record<string, RunStatus> = { Completed: "completed", Failed: "failed" };

/** (c) `inngest dev` and (d) `inngest start` with signatures, from the binary that `INNGEST_BIN` names. */
export function realServer(command: "dev" | "start", binary: string | undefined): TargetKind {
  return {
    name: `inngest ${command}`,
    skipReason: binary ? null : "INNGEST_BIN names no Inngest server",
    isEngine: false,
    async start({ isCheckpointing }) {
      const trace = new Trace();
      const wire = new WireLog();
      const isDev = command === "dev";
      const server = await startServerProcess(command, binary ?? "");
      const client = new Inngest({
        id: APP_ID,
        isDev,
        baseUrl: server.url,
        checkpointing: isCheckpointing,
        logger: quietLogger,
        ...(isDev ? {} : { eventKey: EVENT_KEY, signingKey: SIGNING_KEY }),
      });
      const handler = serve({ client, functions: allFunctions(client, trace) });
      const app = await serveOverHttp(wire.recording(handler), "/api/inngest");
      await waitUntil(async () => (await fetch(app.url, { method: "PUT" })).ok);
      return {
        trace,
        wire,
        nap: "10s",
        send: async (...events) => (await client.send(events)).ids,
        statusOf: async (runId) => {
          const answer = await fetch(`${server.url}/v1/runs/${runId}?at=${Date.now()}`, {
            headers: isDev ? {} : { authorization: `Bearer ${SIGNING_KEY}` },
          });
          const { data } = runAnswer.parse(await answer.json());
          return STATUSES[data.status] ?? "running";
        },
        stop: async () => {
          await server.stop();
          await app.stop();
        },
      };
    },
  };
}
