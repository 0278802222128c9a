import type { z } from "zod";
import { camelKeys } from "@/lib/api/letter-case";
import type { Operation } from "@/lib/api/operation";
import { InvalidInput, invalidInput } from "@/lib/api/problem";
import { unknownFields } from "@/lib/api/unknown-fields";
import { AppError } from "@/lib/errors";
import { findUnfit } from "@/lib/find-unfit";

/**
 * Query and body of a request as the operation's schemas give them.
 * @param text the body as sent; empty when there is none
 * @throws AppError `unsupported_media_type`, `malformed`; InvalidInput with every field that isn't right
 */
export function readInput(operation: Operation, request: Request, text: string) {
  const query = operation.query && parse(operation.query, queryFields(request), "query.");
  if (!operation.body) return { query, body: undefined };
  const isJson = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(
    request.headers.get("content-type") ?? "",
  );
  if (text !== "" && !isJson) throw new AppError("unsupported_media_type");
  return { query, body: parse(operation.body, text === "" ? {} : parseJson(text), "") };
}

function parse(schema: z.ZodType, raw: unknown, prefix: string): unknown {
  const unfit = findUnfit(raw);
  if (unfit) throw new InvalidInput([{ path: prefix + unfit.path.join("."), detail: unfit.sentence }]);
  const unknown = unknownFields(schema, raw);
  if (unknown.length > 0) {
    throw new InvalidInput(
      unknown.map((name) => ({ path: prefix + name, detail: `There is no field "${name}".` })),
    );
  }
  const parsed = schema.safeParse(camelKeys(raw));
  if (!parsed.success) throw invalidInput(parsed.error, prefix);
  return parsed.data;
}

function queryFields(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("malformed");
  }
}
