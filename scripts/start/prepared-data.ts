import { z } from "zod";

/** What scripts/start/prepare-data.ts reports to the start that ran it. */
export const preparedDataSchema = z.object({
  /** Whom a local start signs in; null when nobody can be. */
  adminEmail: z.string().nullable(),
  /** The generated password, while it still is the right one. */
  adminPassword: z.string().nullable(),
  isNewAdmin: z.boolean(),
  welcomePath: z.string().nullable(),
  customerPath: z.string().nullable(),
  /** Time spent on what only a first start does. */
  firstTimeMs: z.number(),
});

export type PreparedData = z.infer<typeof preparedDataSchema>;
