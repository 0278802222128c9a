import { z } from "zod";
import { snakeCase } from "@/lib/api/letter-case";

/**
 * Paths of names in an object, and in objects inside it, that its schema doesn't know; each name cut to 50 characters.
 * A typing error would otherwise pass unseen. Of a choice of objects the one that fits best says which.
 */
export function unknownFields(schema: unknown, raw: unknown): string[] {
  if (raw === null || typeof raw !== "object" || Array.isArray(raw)) return [];
  if (schema instanceof z.ZodUnion) {
    const found = schema.options.map((option) => unknownFields(option, raw));
    return found.reduce((best, each) => (each.length < best.length ? each : best));
  }
  if (!(schema instanceof z.ZodObject)) return [];
  const known = new Map(Object.entries(schema.shape).map(([name, inner]) => [snakeCase(name), inner]));
  return Object.entries(raw).flatMap(([name, inner]) =>
    known.has(name)
      ? unknownFields(known.get(name), inner).map((path) => `${name}.${path}`)
      : [name.slice(0, 50)],
  );
}
