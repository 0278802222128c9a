import pino from "pino";

/**
 * An error as the log has it. Those of the database client about a malformed query quote it with all values, in message
 * and stack: what remains is which field was wrong, and in which call.
 */
export function loggableError(error: Error): unknown {
  if (!(error instanceof Error) || error.name !== "PrismaClientValidationError")
    return pino.stdSerializers.err(error);
  const [where = ""] = /Invalid `[^`]+` invocation(?: in\n\S+)?/.exec(error.message) ?? [];
  const what = error.message.trim().split("\n").at(-1) ?? "";
  const message = `${where.replace("\n", " ")}: ${what}`;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { type: error.name, message, stack: [message, ...frames].join("\n") };
}
