import { z } from "zod";
import { snakeCase } from "@/lib/api/letter-case";

export type JsonSchema = { [key: string]: unknown };

/** Schemas that several operations share, by name. */
export type Components = Map<string, JsonSchema>;

/**
 * A zod schema as JSON Schema (2020-12), the dialect of OpenAPI 3.1. What carries an `id` in its meta data is put into
 * `components` and pointed at.
 * @param side `input` for what programs send, `output` for answers
 */
export function toJsonSchema(
  schema: z.ZodType,
  side: "input" | "output",
  components: Components,
): JsonSchema {
  const {
    $schema: _dialect,
    $defs,
    ...json
  } = z.toJSONSchema(schema, {
    io: side,
    unrepresentable: "any",
    // A format says it in a word.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
  for (const [name, definition] of Object.entries($defs ?? {})) {
    components.set(name, pointAtComponents(definition));
  }
  return pointAtComponents(json);
}

/** The same schema with every property named in snake case, as programs send it. */
export function inSnakeCase(schema: JsonSchema): JsonSchema {
  return mapObjects(schema, (object) => {
    const { properties, required } = object;
    return {
      ...object,
      ...(isObject(properties)
        ? {
            properties: Object.fromEntries(
              Object.entries(properties).map(([name, inner]) => [snakeCase(name), inner]),
            ),
          }
        : {}),
      ...(Array.isArray(required) ? { required: required.map((name) => snakeCase(String(name))) } : {}),
    };
  });
}

function pointAtComponents(schema: JsonSchema): JsonSchema {
  return mapObjects(schema, (object) =>
    typeof object["$ref"] === "string"
      ? { ...object, $ref: object["$ref"].replace("#/$defs/", "#/components/schemas/") }
      : object,
  );
}

function mapObjects(value: JsonSchema, change: (object: JsonSchema) => JsonSchema): JsonSchema {
  const inner = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(inner);
    return isObject(part) ? mapObjects(part, change) : part;
  };
  return Object.fromEntries(Object.entries(change(value)).map(([key, part]) => [key, inner(part)]));
}

function isObject(value: unknown): value is JsonSchema {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
