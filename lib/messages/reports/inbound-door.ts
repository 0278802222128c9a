import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";

const HEADERS = { "cache-control": "no-store" };

/** Answers a provider: an expected error as its status with a code and a sentence, any other without details. */
export async function answerInbound(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof AppError) {
      const { code, message: sentence, status } = error;
      return Response.json({ code, sentence }, { status, headers: HEADERS });
    }
    const logId = randomUUID();
    logger.error({ err: error, logId }, "a report of a provider failed");
    const sentence = `Something went wrong on our side (${logId.slice(0, 8)}). Send it again later.`;
    return Response.json({ code: "unexpected", sentence }, { status: 500, headers: HEADERS });
  }
}

/** Thrown for a signature that isn't right: nothing was read, nothing changes. */
export function badSignature(): AppError {
  return new AppError("forbidden", "The signature isn't right.");
}
