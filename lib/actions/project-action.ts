import { z } from "zod";
import { withLock } from "@/lib/actions/action-lock";
import { runAction } from "@/lib/actions/run-action";
import type { ActionResult } from "@/lib/actions/result";
import type { Access } from "@/lib/auth/access";
import type { Permission } from "@/lib/auth/permissions";
import { requireAccess } from "@/lib/auth/session";
import { parseInput } from "@/lib/parse-input";

const slug = z.string().min(1).max(100);

/**
 * The door of every project action: who (session), where (slug; a foreign project answers like an unknown one),
 * may they (permission), then what (schema). Called from the browser as `action(projectSlug, input)`.
 */
export function projectAction<Schema extends z.ZodType, T>(
  lock: { permission: Permission; input: Schema },
  handler: (access: Access, input: z.output<Schema>) => Promise<T>,
): (projectSlug: string, input: z.input<Schema>) => Promise<ActionResult<T>> {
  const { permission } = lock;
  return withLock({ door: "project", permission }, async (projectSlug, input) =>
    runAction(async () => {
      const access = await requireAccess(parseInput(slug, projectSlug), permission);
      return handler(access, parseInput(lock.input, input));
    }),
  );
}
