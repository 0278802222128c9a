import { readFileSync, rmSync } from "node:fs";
import { PROMISES } from "@/e2e/promises/index";
import { keptPromises, type SpecResult } from "@/e2e/promises/kept-promises";
import { judgeSkips } from "./allowed-skips";
import { ensureBrowser } from "./browser";
import type { CheckResult } from "./check-result";
import { ensurePgBouncer } from "./pg-bouncer";
import { readPlaywrightReport } from "./playwright-report";
import { runCommand } from "./run-command";

const REPORT = "test-results/playwright.json";
const TIMEOUT_MS = 1_500_000;

export type BrowserResult = CheckResult & { kept: number };

/** The promise specs and journeys, in a real Chromium against one started Starwire. */
export async function runBrowserChecks(): Promise<BrowserResult> {
  rmSync(REPORT, { force: true });
  let executable: string;
  try {
    executable = await ensureBrowser();
  } catch (error) {
    return nothingRan(error instanceof Error ? error.message : "no browser");
  }
  console.log(`  browser: ${executable}`);
  await ensurePgBouncer();
  const { code } = await runCommand("playwright", ["test", "--config=e2e/playwright.config.ts"], {
    show: true,
    timeoutMs: TIMEOUT_MS,
    env: { CHROMIUM_PATH: executable },
  });
  let run: ReturnType<typeof readPlaywrightReport>;
  try {
    run = readPlaywrightReport(readFileSync(REPORT, "utf8"));
  } catch {
    return nothingRan(`browser tests: the run left no report (Playwright ended with ${code})`);
  }
  return judgeBrowserRun(run, code);
}

/** Counts tests and kept promises; a promise that isn't kept and doesn't wait has failed as well. Pure. */
export function judgeBrowserRun(
  { results, errors }: { results: SpecResult[]; errors: string[] },
  exitCode: number,
): BrowserResult {
  const names = (outcome: SpecResult["outcome"]) =>
    results.filter((one) => one.outcome === outcome).map(({ file, title }) => `${file}: ${title}`);
  const kept = keptPromises(PROMISES, results);
  const failures = [...names("failed"), ...errors];
  const skips = judgeSkips(names("skipped"));
  const unproved = PROMISES.filter((promise) => {
    const isInResults = results.some(({ file }) => file.endsWith(`promises/${promise.spec}.spec.ts`));
    return !promise.later && !isInResults;
  }).map(({ id, spec }) => `${id}: ${spec} didn't run`);
  failures.push(...unproved);
  if (exitCode !== 0 && failures.length === 0 && skips.failed === 0) {
    failures.push(`browser tests: Playwright ended with ${exitCode}`);
  }
  return {
    passed: names("passed").length,
    failed: failures.length + skips.failed,
    skipped: skips.skipped,
    failures: [...failures, ...skips.failures],
    kept: kept.length,
  };
}

function nothingRan(failure: string): BrowserResult {
  return { passed: 0, failed: 1, skipped: [], failures: [failure], kept: 0 };
}
