import { randomUUID } from "node:crypto";
import { findApiAccess } from "@/lib/api-keys/find-api-access";
import { findOperation } from "@/lib/api/find-operation";
import { keepAnswer, type KeptAnswer } from "@/lib/api/keep-answer";
import type { Operation } from "@/lib/api/operation";
import { toProblem } from "@/lib/api/problem";
import { readInput } from "@/lib/api/read-input";
import type { Access } from "@/lib/auth/access";
import { hasPermission } from "@/lib/auth/permissions";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { countTry } from "@/lib/rate-limit";
import { readBody } from "@/lib/read-body";

const IDEMPOTENCY_KEY_MAX = 255;

/**
 * The door of the API: who (key), how often (limit), which operation, may they (permission), what (schemas), and once
 * only (`Idempotency-Key`). Every refusal is a problem (RFC 9457) with the request's id.
 * @param segments of the path below `/api/v1`
 */
export async function answerApiRequest(request: Request, segments: readonly string[]): Promise<Response> {
  const requestId = randomUUID();
  const startedMs = performance.now();
  const headers = new Headers({ "x-request-id": requestId, "cache-control": "no-store" });
  let answer: KeptAnswer;
  let operationId = "none";
  try {
    const access = await authenticate(request, headers);
    await limit(access, headers);
    const found = findOperation(request.method === "HEAD" ? "GET" : request.method, segments);
    if (found.kind === "unknown") throw new AppError("not_found", "There is no such address in this API.");
    if (found.kind === "wrong_method") {
      headers.set("allow", found.allowed.join(", "));
      throw new AppError("method_not_allowed");
    }
    operationId = found.operation.id;
    answer = await perform(found.operation, found.params, access, request, headers, requestId);
  } catch (error) {
    answer = refusal(error, requestId);
  }
  const isProblem = answer.status >= 400;
  if (answer.body !== null) {
    headers.set("content-type", isProblem ? "application/problem+json" : "application/json");
  }
  const durationMs = Math.round(performance.now() - startedMs);
  logger.info({ requestId, operation: operationId, status: answer.status, durationMs }, "API request");
  return new Response(answer.body, { status: answer.status, headers });
}

async function authenticate(request: Request, headers: Headers): Promise<Access> {
  const [, text] = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const access = text === undefined ? null : await findApiAccess(text);
  if (access) return access;
  headers.set("www-authenticate", 'Bearer realm="Starwire"');
  throw new AppError("unauthorized");
}

/** @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
async function limit(access: Access, headers: Headers): Promise<void> {
  const max = env().API_REQUESTS_PER_MINUTE;
  const tried = await countTry({ name: "api", subject: [access.userId], max, windowMs: 60_000 });
  const seconds = String(Math.max(1, Math.ceil((tried.retryAt.getTime() - Date.now()) / 1000)));
  headers.set("ratelimit-limit", String(max));
  headers.set("ratelimit-remaining", String(tried.left));
  headers.set("ratelimit-reset", seconds);
  if (tried.isAllowed) return;
  headers.set("retry-after", seconds);
  throw new AppError("too_many_requests", `This key may send ${max} requests a minute. Wait ${seconds} s.`);
}

async function perform(
  operation: Operation,
  params: Record<string, string>,
  access: Access,
  request: Request,
  headers: Headers,
  requestId: string,
): Promise<KeptAnswer> {
  if (!hasPermission(access.role, operation.permission)) throw new AppError("forbidden");
  const text = (await readBody(request)).toString("utf8");
  const input = { params, ...readInput(operation, request, text) };
  const key = idempotencyKey(request);
  const work = async (): Promise<KeptAnswer> => {
    const result = await operation.handle(access, input);
    return { status: operation.status, body: operation.answer ? JSON.stringify(result) : null };
  };
  if (key === null || request.method === "GET") return work();
  // What is expected is an answer as well, and kept; a defect is not.
  const expected = async () =>
    work().catch((error: unknown) => {
      if (error instanceof AppError) return refusal(error, requestId);
      throw error;
    });
  const call = {
    projectId: access.projectId,
    key,
    text: `${request.method} ${new URL(request.url).pathname}\n${text}`,
  };
  const { isRepeat, ...answer } = await keepAnswer(call, expected);
  if (isRepeat) headers.set("idempotent-replayed", "true");
  return answer;
}

function idempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (key !== "" && key.length <= IDEMPOTENCY_KEY_MAX) return key;
  throw new AppError(
    "invalid",
    `An Idempotency-Key has 1 to ${IDEMPOTENCY_KEY_MAX} characters.`,
    "idempotency-key",
  );
}

function refusal(error: unknown, requestId: string): KeptAnswer {
  const problem = toProblem(error, requestId);
  return { status: problem.status, body: JSON.stringify(problem) };
}
