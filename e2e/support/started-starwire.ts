import { z } from "zod";

const startedStarwire = z.object({
  appUrl: z.url(),
  dataDir: z.string(),
  /** `/welcome/…` of this start: signs the first admin in, once. */
  welcomeUrl: z.url(),
  /** `/r/…` of this start: a link of the demo project that nobody used. */
  customerUrl: z.url(),
  /** The test receiver's hook. */
  receiverUrl: z.url(),
  /** PEM files of the authority that the worker was told to trust, as an operator would. */
  caFile: z.string(),
  certificateFile: z.string(),
  keyFile: z.string(),
});

export type StartedStarwire = z.infer<typeof startedStarwire>;

const VARIABLE = "STARWIRE_E2E";

/** Hands the facts of the one started Starwire on to the processes that run the specs. */
export function announceStarwire(started: StartedStarwire): void {
  process.env[VARIABLE] = JSON.stringify(started);
}

export function isStarwireAnnounced(): boolean {
  return process.env[VARIABLE] !== undefined;
}

/** The Starwire that all specs of this run share. @throws Error outside of a Playwright run */
export function starwire(): StartedStarwire {
  const text = process.env[VARIABLE];
  if (!text) throw new Error("No Starwire was started: run the specs with e2e/playwright.config.ts.");
  return startedStarwire.parse(JSON.parse(text));
}
