import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { toastFailure } from "@/components/forms/toast-failure";
import { ActionError } from "@/lib/actions/result";

/** Shows a refused action where it belongs: under its field when the form has it, else as a toast. */
export function showFailure<Values extends FieldValues, Context, Output>(
  error: unknown,
  form: UseFormReturn<Values, Context, Output>,
): void {
  const failure = error instanceof ActionError ? error.failure : undefined;
  const field = Object.keys(form.getValues()).find((name): name is Path<Values> => name === failure?.field);
  if (field && failure) form.setError(field, { message: failure.sentence }, { shouldFocus: true });
  else toastFailure(error);
}
