import { readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { judgeSkips } from "./allowed-skips";
import type { CheckResult } from "./check-result";
import { runCommand } from "./run-command";
import { ensureRuntimes } from "./runtimes";

const REPORT = "test-results/vitest.json";
const TIMEOUT_MS = 1_500_000;

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Unit and integration tests, the latter on a real Postgres of their own. */
export async function runVitestChecks(): Promise<CheckResult> {
  rmSync(REPORT, { force: true });
  const missing = await ensureRuntimes();
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
  const { code } = await runCommand("vitest", args, { show: true, timeoutMs: TIMEOUT_MS });
  const result = readVitestReport(code, () => readFileSync(REPORT, "utf8"));
  return { ...result, failed: result.failed + missing.length, failures: [...missing, ...result.failures] };
}

/** Counts tests; a file that doesn't load, and a run that ends badly with nothing failed, count as one failure. */
export function readVitestReport(exitCode: number, read: () => string): CheckResult {
  let parsed: z.infer<typeof report>;
  try {
    parsed = report.parse(JSON.parse(read()));
  } catch {
    return { passed: 0, failed: 1, skipped: [], failures: ["unit tests: the run left no report"] };
  }
  const tests = parsed.testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = parsed.testResults
    .filter((file) => file.status === "failed" && !file.assertionResults.some(isFailed))
    .map(({ name }) => `${name} doesn't run`);
  const failures = [...tests.filter(isFailed).map(({ fullName }) => fullName), ...broken];
  const skips = judgeSkips(tests.filter((test) => !isFailed(test) && test.status !== "passed").map(nameOf));
  if (exitCode !== 0 && failures.length === 0) failures.push(`unit tests: vitest ended with ${exitCode}`);
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: failures.length + skips.failed,
    skipped: skips.skipped,
    failures: [...failures, ...skips.failures],
  };
}

function isFailed(test: { status: string }): boolean {
  return test.status === "failed";
}

function nameOf(test: { fullName: string }): string {
  return test.fullName;
}
