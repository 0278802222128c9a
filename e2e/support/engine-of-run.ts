import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const keysSchema = z.object({ eventKey: z.string(), signingKey: z.string() });

/**
 * `E2E_ENGINE=inngest` runs the same specs on a Starwire that was started like `npm run start:inngest`, with the real
 * Inngest server of `INNGEST_BIN`.
 */
export function isInngestRun(): boolean {
  return process.env["E2E_ENGINE"] === "inngest";
}

/** What the specs' own use of the library needs to send its events where that Starwire sends them. */
export function inngestSettings(dataDir: string, url: string): Record<string, string> {
  const keys = keysSchema.parse(JSON.parse(readFileSync(join(dataDir, "inngest/keys.json"), "utf8")));
  return {
    ENGINE: "inngest",
    INNGEST_DEV: "0",
    INNGEST_BASE_URL: url,
    INNGEST_EVENT_KEY: keys.eventKey,
    INNGEST_SIGNING_KEY: keys.signingKey,
  };
}
