import type { z } from "zod";
import { snakeCase } from "@/lib/api/letter-case";
import { env } from "@/lib/env";
import { AppError, type ErrorCode } from "@/lib/errors";
import { logger } from "@/lib/logger";

/** One thing that is wrong with the input: where, as `customer.email`, and in words. */
export type ProblemField = { path: string; detail: string };

/** The body of every refusal (RFC 9457). `code` is stable; `detail` is for people. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode | "unexpected";
  request_id: string;
  errors: ProblemField[];
};

/** Input that its schema refuses, with all that is wrong in it. */
export class InvalidInput extends AppError {
  constructor(readonly fields: ProblemField[]) {
    super("invalid", fields[0]?.detail);
  }
}

/** All issues of a failed parse, their paths in snake case. */
export function invalidInput(error: z.ZodError, prefix = ""): InvalidInput {
  return new InvalidInput(
    error.issues.map(({ path, message }) => ({
      path:
        prefix + path.map((part) => (typeof part === "string" ? snakeCase(part) : String(part))).join("."),
      detail: message,
    })),
  );
}

/** An error as a problem: what is expected with its own sentence, all else as one generic sentence; the log has it under the request's id. */
export function toProblem(error: unknown, requestId: string): Problem {
  if (!(error instanceof AppError)) {
    logger.error({ err: error, requestId }, "API request failed");
    const detail = "Something went wrong on our side. Nothing was changed.";
    return problem("unexpected", 500, detail, requestId, []);
  }
  const fields =
    error instanceof InvalidInput
      ? error.fields
      : error.field === undefined
        ? []
        : [{ path: error.field.split(".").map(snakeCase).join("."), detail: error.message }];
  return problem(error.code, error.status, error.message, requestId, fields);
}

function problem(
  code: Problem["code"],
  status: number,
  detail: string,
  requestId: string,
  errors: ProblemField[],
): Problem {
  const title = code.replaceAll("_", " ");
  return {
    type: `${env().APP_URL}/api/problems#${code}`,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    status,
    detail,
    code,
    request_id: requestId,
    errors,
  };
}
