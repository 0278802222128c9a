import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { ActionError } from "@/lib/actions/result";

/** Shows a refusal at the field it belongs to, or for the whole form. A lost connection gets a sentence of its own. */
export function showFailure<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  error: unknown,
  fields: readonly Path<Input>[],
): void {
  if (!(error instanceof ActionError)) {
    form.setError("root", { message: "The server couldn't be reached. Nothing was changed; try again." });
    return;
  }
  const field = fields.find((name) => name === error.failure.field);
  form.setError(field ?? "root", { message: error.failure.sentence }, { shouldFocus: field !== undefined });
}
