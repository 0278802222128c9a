import { db, type Tx } from "@/lib/db/client";
import { wakeRelay } from "@/lib/webhooks/wake-relay";

const projectsToWake = new WeakMap<Tx, Set<string>>();

/**
 * One transaction that may record events, then a hint to the relay. The only way to call `recordEvent`: events commit
 * with their change or not at all, and delivery begins right after the commit.
 * @param options how long to wait for a connection and how long `work` may take, in milliseconds
 * @returns what `work` returns, after the commit.
 * @throws what `work` throws, after a rollback; no event remains then.
 */
export async function withEvents<T>(
  work: (tx: Tx) => Promise<T>,
  options?: { maxWait?: number; timeout?: number },
): Promise<T> {
  const projects = new Set<string>();
  const result = await db.$transaction(async (tx) => {
    projectsToWake.set(tx, projects);
    return work(tx);
  }, options);
  for (const projectId of projects) wakeRelay(projectId);
  return result;
}

/** Notes inside `withEvents` that this project's lanes have work once the transaction commits. @throws outside of it */
export function wakeAfterCommit(tx: Tx, projectId: string): void {
  const projects = projectsToWake.get(tx);
  if (!projects) throw new Error("Events are recorded inside withEvents only.");
  projects.add(projectId);
}
