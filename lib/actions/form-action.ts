import type { z } from "zod";
import { withLock } from "@/lib/actions/action-lock";
import { getUserId } from "@/lib/auth/session";
import type { ActionFailure } from "@/lib/actions/result";
import { runAction } from "@/lib/actions/run-action";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/parse-input";

/** What a form that posts by itself shows next: that it is done, or why not and what was typed (never a password). */
export type FormState = { isDone?: true; error?: ActionFailure; typed?: Record<string, string> };

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** The door of forms that anybody may post, with and without JavaScript. The handler may end by redirecting. */
export function publicFormAction<Schema extends z.ZodType>(
  lock: { input: Schema },
  handler: (input: z.output<Schema>) => Promise<void>,
): FormAction {
  return withLock({ door: "public" }, async (_state, form) => {
    const result = await runAction(() => handler(parseInput(lock.input, textFields(form))));
    return result.ok ? { isDone: true } : { error: result.error, typed: withoutPasswords(textFields(form)) };
  });
}

/** The same for whoever is signed in. */
export function userFormAction<Schema extends z.ZodType>(
  lock: { input: Schema },
  handler: (userId: string, input: z.output<Schema>) => Promise<void>,
): FormAction {
  const action = publicFormAction(lock, async (input) => {
    const userId = await getUserId();
    if (!userId) throw new AppError("signed_out");
    await handler(userId, input);
  });
  return withLock({ door: "user" }, action);
}

function textFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") fields[name] = value;
  return fields;
}

function withoutPasswords(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !/password/i.test(name)));
}
