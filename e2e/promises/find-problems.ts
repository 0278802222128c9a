import type { PromiseEntry } from "./promise-entry";

const PROMISE_COUNT = 62;
const SKIPPING = /\.\s*(skip|fixme|only|fail|todo)\b/;
const SLEEPING = /\b(waitForTimeout|setTimeout)\b/;

/**
 * What is wrong between the list and the specs, in sentences; empty when each promise has its spec and each spec its
 * promise. Pure.
 * @param specs text of every spec under e2e/promises, by its path from there without `.spec.ts`
 */
export function findPromiseProblems(
  entries: readonly PromiseEntry[],
  specs: ReadonlyMap<string, string>,
): string[] {
  const problems: string[] = [];
  const wanted = Array.from({ length: PROMISE_COUNT }, (_, n) => `P${String(n + 1).padStart(2, "0")}`);
  const ids = entries.map(({ id }) => id);
  if (ids.join() !== wanted.join()) problems.push(`The list must hold P01 to P${PROMISE_COUNT}, once each.`);
  for (const { id, spec, later } of entries) {
    if (!later && !specs.has(spec)) problems.push(`${id} has no spec: ${spec}.spec.ts is missing.`);
    if (later && specs.has(spec)) problems.push(`${id} has its spec: it waits for "${later}" no more.`);
    if (entries.some((other) => other.id !== id && other.spec === spec))
      problems.push(`${id} shares ${spec}.`);
  }
  for (const [spec, text] of specs) {
    if (!entries.some((entry) => entry.spec === spec)) problems.push(`${spec}.spec.ts proves no promise.`);
    if (SKIPPING.test(text)) problems.push(`${spec}.spec.ts skips, or expects to fail.`);
    if (SLEEPING.test(text)) problems.push(`${spec}.spec.ts sleeps instead of waiting for something.`);
    if (!/\btest\(/.test(text)) problems.push(`${spec}.spec.ts has no test.`);
  }
  return problems;
}
