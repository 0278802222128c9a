import type { CheckResult } from "./check-result";
import { runCommand } from "./run-command";

/** Each kill of a process doubles the wait before it is started again: many more than this take minutes. */
const KILLS = "10";
const TIMEOUT_MS = 420_000;

/** Two web processes and two workers on one Postgres, killed in turn while customers rate (see scripts/kill-test). */
export async function runKillChecks(): Promise<CheckResult> {
  const { code } = await runCommand(
    "node",
    ["--import", "tsx", "scripts/kill-test.ts", "--web", "2", "--worker", "2"],
    {
      show: true,
      timeoutMs: TIMEOUT_MS,
      env: { KILLS },
    },
  );
  const failures = code === 0 ? [] : ["kill test: see its output above"];
  return { passed: code === 0 ? 1 : 0, failed: failures.length, skipped: [], failures };
}
