import type { PromiseEntry } from "./promise-entry";

export type SpecResult = { file: string; title: string; outcome: "passed" | "failed" | "skipped" };

/**
 * The promises that a run has proved: their spec ran, and everything in it passed. A spec that is missing, was skipped
 * or didn't run proves nothing. Pure.
 * @param results of a Playwright run; `file` ends with the spec's path
 */
export function keptPromises(
  entries: readonly PromiseEntry[],
  results: readonly SpecResult[],
): readonly PromiseEntry[] {
  return entries.filter(({ spec }) => {
    const own = results.filter(({ file }) => file.endsWith(`promises/${spec}.spec.ts`));
    return own.length > 0 && own.every(({ outcome }) => outcome === "passed");
  });
}
