import { z } from "zod";
import { snakeCase } from "@/lib/api/letter-case";

/** Names in an object that its schema doesn't know, cut to 50 characters: a typing error would otherwise pass unseen. */
export function unknownFields(schema: z.ZodType, raw: unknown): string[] {
  if (!(schema instanceof z.ZodObject) || raw === null || typeof raw !== "object" || Array.isArray(raw))
    return [];
  const known = new Set(Object.keys(schema.shape).map(snakeCase));
  return Object.keys(raw)
    .filter((name) => !known.has(name))
    .map((name) => name.slice(0, 50));
}
