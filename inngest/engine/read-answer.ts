import { z } from "zod";
import { EXECUTION_VERSION } from "./call-request";
import { readRetryAfterMs } from "./retry-delay";

const op = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  opts: z.looseObject({ parallelMode: z.string().optional() }).nullish(),
});

/** One thing that a function did or wants done. */
export type Op = z.infer<typeof op>;

/** What a function answered to one request. `retryAfterMs` is null when it named no time. */
export type Answer =
  | { kind: "ops"; ops: Op[]; isRetriable: boolean; retryAfterMs: number | null }
  | { kind: "returned"; data: unknown }
  | { kind: "threw"; error: unknown; isRetriable: boolean; retryAfterMs: number | null };

const opList = z.union([z.array(op), op.transform((one) => [one])]);

/** Reads the SDK's response: research notes and SDK_SPEC section 4.4; `x-inngest-no-retry` decides, its absence means retry. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  if (response.headers.get("x-inngest-sdk") === null) {
    return threw(new Error(`Not answered by the Inngest SDK (HTTP ${response.status})`), true);
  }
  const version = response.headers.get("x-inngest-req-version");
  if (version !== null && version !== String(EXECUTION_VERSION)) {
    return threw(new Error("optimizeParallelism: false is not supported by the embedded engine"), false);
  }
  if (response.status === 201)
    return threw(new Error("Streaming is not supported by the embedded engine"), false);
  const body: unknown = text === "" ? null : JSON.parse(text);
  if (response.status === 200) return { kind: "returned", data: body };
  const retry = {
    isRetriable: response.headers.get("x-inngest-no-retry") !== "true",
    retryAfterMs: readRetryAfterMs(response.headers.get("retry-after")),
  };
  if (response.status !== 206) return { kind: "threw", error: body, ...retry };
  const ops = opList.safeParse(body);
  return ops.success
    ? { kind: "ops", ops: ops.data, ...retry }
    : threw(new Error(`Unreadable steps: ${z.prettifyError(ops.error)}`), true);
}

/** An answer that the engine gives in a function's stead. */
export function threw(error: Error, isRetriable: boolean): Answer {
  const { name, message } = error;
  return { kind: "threw", error: { name, message }, isRetriable, retryAfterMs: null };
}
