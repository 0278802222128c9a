import pino from "pino";
import { env } from "@/lib/env";

/** Structured logs on standard error. Ids only: never a secret, a payload or personal data. */
export const logger = pino(
  { level: env().LOG_LEVEL, base: null, redact: ["*.secret", "*.token", "*.password", "*.email"] },
  pino.destination({ fd: 2, sync: false }),
);
