import { mkdirSync } from "node:fs";
import { runBrowserChecks } from "./browser-checks";
import { addResults, type CheckResult } from "./check-result";
import { runKillChecks } from "./kill-checks";
import { runCommand } from "./run-command";
import { runStaticChecks } from "./static-checks";
import { summaryLines } from "./summary-lines";
import { runVitestChecks } from "./vitest-checks";

/** `npm test`: all checks, one after the other, so that they don't fight for the machine. */
async function main(): Promise<void> {
  mkdirSync("test-results", { recursive: true });
  const prepared = await part("Preparing", prepare);
  const checked = await part("Static checks", runStaticChecks);
  const unit = await part("Unit and integration tests", runVitestChecks);
  const browser = await part("Browser tests", runBrowserChecks);
  const killed = await part("Kill test", runKillChecks);
  const result = addResults([prepared, checked, unit, browser, killed]);
  console.log(`\n${summaryLines(result, browser.kept).join("\n")}`);
  process.exitCode = result.failed === 0 ? 0 : 1;
}

/** What the compiler needs to see: the Prisma client and the types of the routes. Counts only when it fails. */
async function prepare(): Promise<CheckResult> {
  const failures: string[] = [];
  for (const [name, command, ...args] of [
    ["prisma generate", "npm", "run", "generate"],
    ["next typegen", "next", "typegen"],
  ] as const) {
    const { code, output } = await runCommand(command, args, { show: false, timeoutMs: 120_000 });
    if (code === 0) continue;
    console.log(output);
    failures.push(name);
  }
  return { passed: 0, failed: failures.length, skipped: [], failures };
}

async function part<Result extends CheckResult>(name: string, run: () => Promise<Result>): Promise<Result> {
  console.log(`\n${name}`);
  const startedMs = performance.now();
  const result = await run();
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  console.log(`  ${result.passed} passed, ${result.failed} failed in ${seconds} s`);
  return result;
}

await main();
