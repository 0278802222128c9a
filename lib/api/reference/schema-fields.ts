import type { Schema } from "@/lib/api/reference/read-document";
import { isSchema, optionsOf, schemaWords } from "@/lib/api/reference/schema-words";

/** A row of the reference. Nested fields are named by their path: `customer.email`, `rating_links[].url`. */
export type SchemaField = {
  name: string;
  type: string;
  description: string;
  isRequired: boolean;
};

/** Every field of an object in the schema's order. Objects of the document are named and not opened. Pure. */
export function schemaFields(schema: Schema, prefix = ""): SchemaField[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    if (!isSchema(property)) return [];
    const name = prefix + key;
    const own = {
      name,
      type: schemaWords(property),
      description: property.description ?? "",
      isRequired: required.has(key),
    };
    return [own, ...innerFields(property, name)];
  });
}

function innerFields(property: Schema, name: string): SchemaField[] {
  const found = optionsOf(property).flatMap((option) => {
    if (option.type === "array" && isSchema(option.items)) return schemaFields(option.items, `${name}[].`);
    return schemaFields(option, `${name}.`);
  });
  return found.filter((field, at) => found.findIndex((other) => other.name === field.name) === at);
}
