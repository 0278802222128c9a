import fc from "fast-check";

export type JsonSchema = { [key: string]: unknown };

/** A URL that is never asked of a name server and that nothing is sent to here. */
const HOOK = "https://93.184.216.34/hooks";

/** Values that a schema of the document allows, for the kinds of schema that the document uses. */
export function arbitraryOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { type, enum: choices, anyOf, const: constant } = schema;
  if (constant !== undefined) return fc.constant(constant);
  if (Array.isArray(choices)) return fc.constantFrom(...choices);
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.filter(isSchema).map(arbitraryOf));
  if (type === "null") return fc.constant(null);
  if (type === "boolean") return fc.boolean();
  if (type === "integer" || type === "number") return integerOf(schema);
  if (type === "string") return stringOf(schema);
  if (type === "array") {
    const { items, maxItems, minItems } = schema;
    const of = isSchema(items) ? arbitraryOf(items) : fc.jsonValue();
    return fc.array(of, { minLength: numberOr(minItems, 0), maxLength: Math.min(numberOr(maxItems, 3), 3) });
  }
  if (type === "object") return objectOf(schema);
  return fc.jsonValue();
}

/** An object as the schema wants it, and ones with a field missing, a wrong value or one too many. */
export function spoiled(schema: JsonSchema): fc.Arbitrary<unknown> {
  const properties = propertiesOf(schema);
  const wrong = Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [
      name,
      fc.oneof({ weight: 6, arbitrary: arbitraryOf(inner) }, { weight: 1, arbitrary: fc.jsonValue() }),
    ]),
  );
  return fc.oneof(
    { weight: 5, arbitrary: arbitraryOf(schema) },
    { weight: 4, arbitrary: fc.record(wrong, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.record({ ...wrong, surplus: fc.string() }, { requiredKeys: ["surplus"] }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}

function objectOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const fields: [string, fc.Arbitrary<unknown>][] = Object.entries(propertiesOf(schema)).map(
    ([name, inner]) => [name, arbitraryOf(inner)],
  );
  const required: string[] = Array.isArray(schema["required"]) ? schema["required"].map(String) : [];
  const model: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(fields);
  return fc.record(model, { requiredKeys: required });
}

function propertiesOf({ properties }: JsonSchema): Record<string, JsonSchema> {
  if (!isSchema(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, inner]) => (isSchema(inner) ? [[name, inner]] : [])),
  );
}

function integerOf({ minimum, maximum }: JsonSchema): fc.Arbitrary<number> {
  return fc.integer({ min: numberOr(minimum, -1_000), max: numberOr(maximum, 1_000) });
}

function stringOf({ format, minLength, maxLength, description }: JsonSchema): fc.Arbitrary<string> {
  if (format === "date-time") {
    const span = { min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true };
    return fc.date(span).map((date) => date.toISOString());
  }
  if (format === "email")
    return fc.integer({ min: 0, max: 500 }).map((number) => `person${number}@example.com`);
  if (String(description).startsWith("https://")) return fc.constant(HOOK);
  const length = { minLength: numberOr(minLength, 0), maxLength: Math.min(numberOr(maxLength, 40), 200) };
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.string({ ...length, unit: "grapheme" }).filter((text) => text.length <= length.maxLength),
    },
    {
      weight: 1,
      arbitrary: fc.string({ ...length, unit: "binary" }).filter((text) => text.length <= length.maxLength),
    },
  );
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === "number" ? value : fallback;
}

function isSchema(value: unknown): value is JsonSchema {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
