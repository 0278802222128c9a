import { toast } from "sonner";
import { ActionError } from "@/lib/actions/result";

/** Shows a refused or failed action as a toast. */
export function toastFailure(error: unknown): void {
  toast.error(
    error instanceof ActionError
      ? error.failure.sentence
      : "The server can't be reached. Nothing was changed.",
  );
}
