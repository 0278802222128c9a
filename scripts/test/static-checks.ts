import type { CheckResult } from "./check-result";
import { runCommand } from "./run-command";

const TIMEOUT_MS = 180_000;

const CHECKS: readonly [name: string, command: string, ...args: string[]][] = [
  ["type-check", "tsc", "--noEmit"],
  ["lint", "oxlint", "--deny-warnings"],
  ["unused code", "knip"],
  ["format", "oxfmt", "--check", "."],
];

/** Type-check, lint, unused code and format. Each counts as one; only what fails prints its output. */
export async function runStaticChecks(): Promise<CheckResult> {
  const failures: string[] = [];
  for (const [name, command, ...args] of CHECKS) {
    const startedMs = performance.now();
    const { code, output } = await runCommand(command, args, { show: false, timeoutMs: TIMEOUT_MS });
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    console.log(`  ${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
    if (code === 0) continue;
    console.log(output);
    failures.push(name);
  }
  return { passed: CHECKS.length - failures.length, failed: failures.length, skipped: [], failures };
}
