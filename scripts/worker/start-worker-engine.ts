import { serve } from "inngest/edge";
import { inngest } from "@/inngest/client";
import { createEngine, type Engine } from "@/inngest/engine/create-engine";
import { functions } from "@/inngest/functions/all";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";

/** One lane that is being served takes one place, so there are as many as the relay's quotas can fill, and some. */
const PLACES_MAX = 400;
/** Longer than any request on the wire, so that its outcome is recorded. */
const STOP_MS = 20_000;

/** Starts the embedded engine for this process's functions. */
export async function startWorkerEngine(): Promise<Engine> {
  // The SDK copies the environment ten times a request; a plain object is copied 200 times faster than the real one.
  process.env = { ...process.env };
  const databaseUrl = env().DATABASE_DIRECT_URL ?? env().DATABASE_URL;
  if (!databaseUrl) throw new Error("DATABASE_URL is not set: start with `npm start`.");
  const engine = createEngine({
    databaseUrl,
    handler: serve({ client: inngest, functions }),
    placesMax: PLACES_MAX,
    stopMs: STOP_MS,
    log: {
      warn: (fields, message) => logger.warn(fields, message),
      error: (fields, message) => logger.error(fields, message),
    },
  });
  await engine.start();
  return engine;
}
