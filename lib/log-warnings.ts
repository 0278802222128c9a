import { logger } from "@/lib/logger";

/** What Node warns of, a library's deprecations among it, is a line of the log like any other, not plain text beside it. */
export function logWarnings(): void {
  process.removeAllListeners("warning");
  process.on("warning", (warning) => logger.warn({ kind: warning.name, err: warning }, "Node warns"));
}
