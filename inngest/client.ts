import { Inngest } from "inngest";
import { createEngineFetch } from "@/inngest/engine/engine-fetch";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";

/** Where nothing is: a request that the engine's fetch didn't take would fail here, not leave the machine. */
const NOWHERE = "http://engine.internal";

/**
 * The Inngest client, for `inngest.send()` and `createFunction`.
 * With `ENGINE=embedded` events go into the app's own database; with `ENGINE=inngest` to the server that `INNGEST_*` name.
 */
export const inngest = new Inngest({
  id: "starwire",
  logger,
  aiMetadata: false,
  ...(env().ENGINE === "embedded"
    ? { isDev: true, baseUrl: NOWHERE, fetch: createEngineFetch(databaseUrl) }
    : { checkpointing: false }),
});

function databaseUrl(): string {
  const url = env().DATABASE_DIRECT_URL ?? env().DATABASE_URL;
  if (url === undefined) throw new Error("DATABASE_URL is not set");
  return url;
}
