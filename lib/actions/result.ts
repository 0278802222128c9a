import type { ErrorCode } from "@/lib/errors";

/** Why an action was refused, in words that can be shown. `logId` stands for a defect: the sentence is generic then. */
export type ActionFailure = {
  code: ErrorCode | "unexpected";
  sentence: string;
  /** The input field the sentence belongs to, when there is one. */
  field?: string;
  logId?: string;
};

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionFailure };

/** An action's refusal as an exception, for TanStack Query. */
export class ActionError extends Error {
  override name = "ActionError";

  constructor(readonly failure: ActionFailure) {
    super(failure.sentence);
  }
}

/**
 * The data of an action.
 * @throws ActionError when it was refused; an Error with a sentence when the server gave no answer; what Next throws to
 * lead elsewhere, as it is
 */
export async function unwrap<T>(result: Promise<ActionResult<T>>): Promise<T> {
  const settled = await result.catch((error: unknown) => {
    throw isOfNext(error) ? error : new Error("The server can't be reached. Try again.", { cause: error });
  });
  if (!settled.ok) throw new ActionError(settled.error);
  return settled.data;
}

function isOfNext(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
}
