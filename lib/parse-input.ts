import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { findUnfit } from "@/lib/find-unfit";

/** Parses input with its schema. @throws AppError `invalid` with the first issue's sentence and field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const unfit = findUnfit(raw);
  if (unfit) throw new AppError("invalid", unfit.sentence, unfit.path.join(".") || undefined);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError("invalid", issue?.message, issue?.path.join(".") || undefined);
}
