import { functions } from "@/inngest/functions/all";
import { inngest } from "@/inngest/client";
import { closeSql } from "@/lib/db/sql";
import { endConnectionsAtStop } from "@/lib/end-connections";
import { env } from "@/lib/env";
import { logWarnings } from "@/lib/log-warnings";
import { logger } from "@/lib/logger";
import { closeMessageDrivers } from "@/lib/messages/drivers/message-drivers";
import { failDeadSenders } from "@/lib/messages/sending/sweep-messages";
import { cutRequestsShort, stopDelivering } from "@/lib/webhooks/deliver-lane";
import { findUnready } from "@/lib/readiness/find-unready";
import { LANE_QUOTAS } from "@/lib/webhooks/lane/claim-lanes";
import { LANE_TIMING } from "@/lib/webhooks/lane/lane-timing";
import { startRelay } from "@/lib/webhooks/relay/relay";
import { startRuns } from "@/lib/webhooks/relay/start-runs";
import { serve as serveOverHttp } from "inngest/node";
import { startWorkerEngine } from "./worker/start-worker-engine";
import { startWorkerServer } from "./worker/start-worker-server";

/** One Ctrl-C comes twice: from the terminal, and passed on by npm. */
const SAME_KEY_MS = 1_000;

/**
 * The process that delivers: the relay, with the embedded engine or as the place where Inngest calls our functions.
 * Says "ready" on its one line. At SIGTERM nothing new begins, requests on the wire may end, what they gave is recorded;
 * a second one, a second later or more, cuts them off.
 */
async function main(): Promise<void> {
  const { ENGINE, WORKER_PORT } = env();
  logWarnings();
  endConnectionsAtStop();
  const unready = await findUnready();
  if (unready !== null) throw new Error(`The worker can't start yet: ${unready}. Run npm run migrate.`);
  const engine = ENGINE === "embedded" ? await startWorkerEngine() : null;
  // What a dead worker left behind long enough ago is told at once; what could still be on its way waits for the sweep.
  failDeadSenders().catch((error: unknown) => {
    logger.warn({ err: error }, "messages of a dead worker are not yet ended");
  });
  const relay = startRelay({ timing: LANE_TIMING, quotas: LANE_QUOTAS, startRuns });
  const server = await startWorkerServer({
    port: WORKER_PORT,
    relayIdleMs: () => relay.idleMs(),
    inngest: ENGINE === "inngest" ? serveOverHttp({ client: inngest, functions }) : null,
  });

  let stoppingSince: number | null = null;
  const stop = async () => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > SAME_KEY_MS) cutRequestsShort();
      return;
    }
    stoppingSince = performance.now();
    const ending = Promise.all([stopDelivering(), relay.stop()]);
    logger.info("stopping: no request begins any more");
    await ending;
    await engine?.stop();
    await server.close();
    await closeMessageDrivers();
    await closeSql();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      stop().catch((error: unknown) => {
        logger.error({ err: error }, "the worker didn't stop cleanly");
        process.exit(1);
      });
    });
  }
  console.log(`ready on port ${WORKER_PORT}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
