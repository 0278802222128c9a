import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { z } from "zod";
import type { OpenSchemaEngine } from "./open-schema-engine";

const requestSchema = z.object({ id: z.number(), method: z.string(), params: z.unknown() });
const filesOnly = z.object({ tag: z.enum(["empty", "schemaDatamodel"]) });
const filesOnlyDiff = z.object({ from: filesOnly, to: filesOnly });

type RpcMessage = Record<string, unknown>;

/**
 * One JSON-RPC request line for the schema engine → the messages to answer, in order. Never throws for a failed command.
 *
 * @param open gives an engine; `online` false where the command needs no database
 */
export async function answerRpcLine(
  open: (online: boolean) => Promise<OpenSchemaEngine>,
  line: string,
): Promise<RpcMessage[]> {
  const { id, method, params } = requestSchema.parse(JSON.parse(line));
  try {
    const online = !(method === "diff" && filesOnlyDiff.safeParse(params).success);
    const result = await callEngine((await open(online)).engine, method, params);
    const printed = printedText(result);
    const answer = { jsonrpc: "2.0", id, result: result ?? {} };
    if (printed === null) return [answer];
    return [{ jsonrpc: "2.0", id: 0, method: "print", params: { content: printed } }, answer];
  } catch (error) {
    return [{ jsonrpc: "2.0", id, error: describeError(error) }];
  }
}

async function callEngine(engine: SchemaEngine, method: string, params: unknown): Promise<unknown> {
  const call: unknown = Reflect.get(engine, method === "getDatabaseVersion" ? "version" : method);
  if (typeof call !== "function") throw new Error(`The schema engine has no method ${method}.`);
  const result: unknown = await Reflect.apply(call, engine, [params ?? {}]);
  return result;
}

/** In the binary, `diff` prints its script instead of returning it. */
function printedText(result: unknown): string | null {
  const parsed = z.object({ exitCode: z.number(), stdout: z.string() }).safeParse(result);
  return parsed.success ? parsed.data.stdout.trimEnd() : null;
}

function describeError(error: unknown): RpcMessage {
  const message = error instanceof Error ? error.message : String(error);
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : null;
  return {
    code: 4466,
    message: "The command failed.",
    data: { is_panic: false, message, meta: null, error_code: code ?? null },
  };
}
