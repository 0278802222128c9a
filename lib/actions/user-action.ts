import type { z } from "zod";
import { withLock } from "@/lib/actions/action-lock";
import type { ActionResult } from "@/lib/actions/result";
import { runAction } from "@/lib/actions/run-action";
import { getUserId } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/parse-input";

/** The door of actions that belong to whoever is signed in, outside any project. */
export function userAction<Schema extends z.ZodType, T>(
  lock: { input: Schema },
  handler: (userId: string, input: z.output<Schema>) => Promise<T>,
): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return withLock({ door: "user" }, async (input) =>
    runAction(async () => {
      const userId = await getUserId();
      if (!userId) throw new AppError("signed_out");
      return handler(userId, parseInput(lock.input, input));
    }),
  );
}
