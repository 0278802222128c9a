import type { Schema } from "@/lib/api/reference/read-document";
import { isSchema, optionsOf } from "@/lib/api/reference/schema-words";

const BY_NAME: Record<string, string> = {
  id: "cus_9wq2",
  customer_id: "cus_9wq2",
  external_id: "4711",
  first_name: "Jane",
  last_name: "Doe",
  reviewer_name: "Jane",
  company: "Doe & Sons",
  phone: "+14155550123",
  body: "Good bread.",
  tags: "regular",
  url: "https://example.com/webhooks",
};

/** A value that a schema takes: of an object the fields that it requires, or all when it requires none. Pure. */
export function sampleOf(schema: Schema, name = ""): unknown {
  const options = optionsOf(schema).filter(({ type, const: fixed }) => type !== "null" && fixed !== "");
  const one = options[0] ?? {};
  if (one.const !== undefined) return one.const;
  if (one.enum) return one.enum[0];
  if (one.type === "object") return sampleObject(one);
  if (one.type === "array") return isSchema(one.items) ? [sampleOf(one.items, name)] : [];
  if (one.type === "integer" || one.type === "number") return one.maximum ?? 1;
  if (one.type === "boolean") return true;
  if (one.format === "date-time") return "2026-12-01T09:30:00.000Z";
  if (one.format === "email") return "jane@example.com";
  return BY_NAME[name] ?? "text";
}

function sampleObject({ properties = {}, required }: Schema): Record<string, unknown> {
  const names = required && required.length > 0 ? required : Object.keys(properties);
  return Object.fromEntries(
    names.flatMap((name) => {
      const property = properties[name];
      return isSchema(property) ? [[name, sampleOf(property, name)]] : [];
    }),
  );
}
