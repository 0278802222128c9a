export type SkippedCheck = { name: string; reason: string };

/** What one part of `npm test` found. */
export type CheckResult = {
  passed: number;
  failed: number;
  skipped: SkippedCheck[];
  /** Names of what failed, one line each. */
  failures: string[];
};

/** The sum of all parts. Pure. */
export function addResults(results: readonly CheckResult[]): CheckResult {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    skipped: results.flatMap(({ skipped }) => skipped),
    failures: results.flatMap(({ failures }) => failures),
  };
}
