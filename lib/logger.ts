import pino from "pino";
import { env } from "@/lib/env";
import { loggableError } from "@/lib/loggable-error";

/** Structured logs on standard error. Ids only: never a secret, a payload or personal data. */
export const logger = pino(
  {
    level: env().LOG_LEVEL,
    base: null,
    redact: ["*.secret", "*.token", "*.password", "*.email"],
    serializers: { err: loggableError },
  },
  pino.destination({ fd: 2, sync: false }),
);
