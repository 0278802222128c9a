import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import type { ActionResult } from "@/lib/actions/result";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";

/** Runs a handler: expected errors become values, all others one generic sentence and an id in the log. */
export async function runAction<T>(handler: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await handler() };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError) {
      const field = error.field === undefined ? {} : { field: error.field };
      return { ok: false, error: { code: error.code, sentence: error.message, ...field } };
    }
    const logId = randomUUID();
    logger.error({ err: error, logId }, "action failed");
    return {
      ok: false,
      error: {
        code: "unexpected",
        sentence: `Something went wrong on our side (${logId.slice(0, 8)}). Nothing was changed.`,
        logId,
      },
    };
  }
}
