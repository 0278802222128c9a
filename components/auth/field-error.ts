import type { ActionFailure } from "@/lib/actions/result";

/** The sentence of a refusal when it belongs to this field. */
export function fieldError(error: ActionFailure | undefined, field: string): string | undefined {
  return error?.field === field ? error.sentence : undefined;
}
