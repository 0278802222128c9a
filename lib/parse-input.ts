import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { findNul, NUL_SENTENCE } from "@/lib/find-nul";

/** Parses input with its schema. @throws AppError `invalid` with the first issue's sentence and field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const nul = findNul(raw);
  if (nul !== null) throw new AppError("invalid", NUL_SENTENCE, nul.join(".") || undefined);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError("invalid", issue?.message, issue?.path.join(".") || undefined);
}
