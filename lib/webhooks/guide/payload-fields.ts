import { z } from "zod";

/** One row of the payload reference. Nested fields are named by their path: `customer.email`. */
export type PayloadField = { name: string; type: string; description: string };

type Schema = z.core.JSONSchema.JSONSchema;

/** Every field of a payload in the schema's order, in words. Pure. */
export function payloadFields(payload: z.ZodType): PayloadField[] {
  const root: Schema = z.toJSONSchema(payload);
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.replace("#/$defs/", "");
    return { ...(name === undefined ? {} : root.$defs?.[name]), ...schema };
  };
  return fieldsOf(resolve(root), "", resolve);
}

function fieldsOf(schema: Schema, prefix: string, resolve: (schema: Schema) => Schema): PayloadField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    if (typeof property === "boolean") return [];
    const whole = resolve(property);
    const options = optionsOf(whole).map(resolve);
    const description = whole.description ?? options.find((option) => option.description)?.description ?? "";
    const name = prefix + key;
    const inner = options.length === 1 ? fieldsOf(options[0] ?? {}, `${name}.`, resolve) : [];
    return [{ name, type: typeInWords(whole, options), description }, ...inner];
  });
}

/** What a field may be, beside null. */
function optionsOf(schema: Schema): Schema[] {
  const options = (schema.anyOf ?? [schema]).filter((option) => typeof option !== "boolean");
  return options.filter((option) => option.type !== "null");
}

function typeInWords(whole: Schema, options: readonly Schema[]): string {
  const mayBeNull =
    (Array.isArray(whole.type) && whole.type.includes("null")) ||
    whole.anyOf?.some((option) => typeof option !== "boolean" && option.type === "null");
  const words = [...new Set(options.map(oneTypeInWords))];
  return [...words, ...(mayBeNull ? ["null"] : [])].join(" or ");
}

function oneTypeInWords(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum)
    return schema.enum
      .filter((value) => value !== null)
      .map((value) => JSON.stringify(value))
      .join(" or ");
  const type = Array.isArray(schema.type) ? schema.type.find((name) => name !== "null") : schema.type;
  if (type === "array") return "list of strings";
  if (type === "integer") return schema.maximum === 5 ? `integer, ${schema.minimum} to 5` : "integer";
  return schema.format === "date-time" ? "time" : (type ?? "anything");
}
