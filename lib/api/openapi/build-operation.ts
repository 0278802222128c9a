import { z } from "zod";
import { snakeCase } from "@/lib/api/letter-case";
import { type Components, inSnakeCase, type JsonSchema, toJsonSchema } from "@/lib/api/openapi/json-schema";
import { OPERATION_EXAMPLES } from "@/lib/api/openapi/operation-examples";
import type { Operation } from "@/lib/api/operation";
import { errorStatus } from "@/lib/errors";

/** An operation as the document describes it, with every status it may answer. */
export function buildOperation(operation: Operation, components: Components): JsonSchema {
  const { id, tag, summary, description, body, permission } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    "x-permission": permission,
    parameters: [
      ...pathParameters(operation),
      ...queryParameters(operation, components),
      ...keyParameter(operation),
    ],
    ...(body
      ? {
          requestBody: {
            required: !body.safeParse({}).success,
            content: {
              "application/json": {
                schema: inSnakeCase(toJsonSchema(body, "input", components)),
                example: OPERATION_EXAMPLES[id]?.body,
              },
            },
          },
        }
      : {}),
    responses: { [operation.status]: success(operation, components), ...refusals(operation) },
  };
}

function pathParameters({ path }: Operation): JsonSchema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters({ query }: Operation, components: Components): JsonSchema[] {
  if (!(query instanceof z.ZodObject)) return [];
  return Object.entries(query.shape).map(([name, field]) => {
    const { description, ...schema } = toJsonSchema(field, "input", components);
    return {
      name: snakeCase(name),
      in: "query",
      required: false,
      ...(description ? { description } : {}),
      schema,
    };
  });
}

function keyParameter({ method }: Operation): JsonSchema[] {
  if (method === "GET") return [];
  return [
    {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      schema: { type: "string", minLength: 1, maxLength: 255 },
    },
  ];
}

function success({ id, answer, summary }: Operation, components: Components): JsonSchema {
  if (!answer) return { description: "Done" };
  const schema = toJsonSchema(answer, "output", components);
  return {
    description: summary,
    content: { "application/json": { schema, example: OPERATION_EXAMPLES[id]?.answer } },
  };
}

/** By status, since several codes can share one. */
function refusals({ method, path, body, errors = [] }: Operation): JsonSchema {
  const codes = [
    "unauthorized" as const,
    "forbidden" as const,
    "invalid" as const,
    "too_many_requests" as const,
    ...(path.includes("{") ? ["not_found" as const] : []),
    ...(body ? (["malformed", "unsupported_media_type"] as const) : []),
    ...(method === "GET"
      ? []
      : (["payload_too_large", "idempotency_mismatch", "idempotency_pending"] as const)),
    ...errors,
  ];
  const byStatus = new Map<number, string[]>();
  for (const code of codes)
    byStatus.set(errorStatus(code), [...(byStatus.get(errorStatus(code)) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      status,
      {
        description: names.map((name) => `\`${name}\``).join(", "),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}
