import type { Schema } from "@/lib/api/reference/read-document";

/** What a schema allows, in words: `text, at most 200 characters, or null`. Objects of the document are named. Pure. */
export function schemaWords(schema: Schema): string {
  const options = optionsOf(schema);
  const words = [...new Set(options.map(oneInWords))].filter((word) => !["empty", "null"].includes(word));
  const mayBeEmpty = options.some((option) => option.const === "");
  const mayBeNull = options.some(({ type }) => type === "null");
  const joint = words.some((word) => word.includes(", ")) ? ", or " : " or ";
  return [...words, ...(mayBeEmpty ? ["empty"] : []), ...(mayBeNull ? ["null"] : [])].join(joint);
}

/** The name of the object that a schema points at, or lists; null for any other. Pure. */
export function objectName(schema: Schema): string | null {
  const pointed = schema.$ref?.replace("#/components/schemas/", "");
  if (pointed !== undefined) return pointed;
  return typeof schema.items === "object" && !Array.isArray(schema.items) ? objectName(schema.items) : null;
}

/** What a value may be: each side of an `anyOf`, each of several types. Pure. */
export function optionsOf(schema: Schema): Schema[] {
  if (schema.anyOf) return schema.anyOf.flatMap((option) => (isSchema(option) ? optionsOf(option) : []));
  if (!Array.isArray(schema.type)) return [schema];
  return schema.type.map((type) => ({ ...schema, type }));
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function oneInWords(schema: Schema): string {
  const name = objectName(schema);
  if (schema.const === "") return "empty";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" or ");
  if (schema.type === "array") return `list of ${listed(schema)}`;
  if (name !== null) return name;
  if (schema.type === "integer" || schema.type === "number") return numberInWords(schema);
  if (schema.type === "string") return textInWords(schema);
  return typeof schema.type === "string" ? schema.type : "anything";
}

function listed({ items }: Schema): string {
  if (!isSchema(items)) return "anything";
  const words = schemaWords(items);
  return isSchema(items) && items.type === "object" ? "objects" : words;
}

function numberInWords({ minimum, maximum }: Schema): string {
  const isWhole = (value: number | undefined) => value !== undefined && Number.isSafeInteger(value);
  const isBounded = isWhole(minimum) && isWhole(maximum) && Math.abs(maximum ?? 0) < Number.MAX_SAFE_INTEGER;
  return isBounded ? `${minimum} to ${maximum}` : "number";
}

function textInWords({ format, maxLength }: Schema): string {
  if (format === "date-time") return "time";
  if (format === "email") return "e-mail address";
  return maxLength === undefined ? "text" : `text, at most ${maxLength.toLocaleString("en")} characters`;
}
