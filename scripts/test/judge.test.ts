import { expect, test } from "vitest";
import { PROMISES } from "@/e2e/promises/index";
import { judgeSkips } from "./allowed-skips";
import { judgeBrowserRun } from "./browser-checks";
import { readPlaywrightReport } from "./playwright-report";
import { summaryLines } from "./summary-lines";
import { readVitestReport } from "./vitest-checks";

const due = PROMISES.filter(({ later }) => !later);
const proof = due.map(({ spec }) => ({
  file: `promises/${spec}.spec.ts`,
  title: "does it",
  outcome: "passed" as const,
}));

function vitestReport(...statuses: string[]): string {
  const assertionResults = statuses.map((status, index) => ({ fullName: `test ${index}`, status }));
  return JSON.stringify({ testResults: [{ name: "a.test.ts", status: "passed", assertionResults }] });
}

test("a skip that isn't allowed has failed; an allowed one is shown with its reason", () => {
  const judged = judgeSkips(["'inngest dev' runs the same functions to the same effect", "something else"]);
  expect(judged.failed).toBe(1);
  expect(judged.failures).toEqual(["something else (skipped, and may not be)"]);
  expect(judged.skipped).toEqual([
    {
      name: "'inngest dev' runs the same functions to the same effect",
      reason: expect.stringContaining("no Inngest server"),
    },
  ]);
});

test("unit tests are summed as they ended", () => {
  const sums = readVitestReport(1, () => vitestReport("passed", "passed", "failed", "skipped", "todo"));
  expect(sums).toMatchObject({ passed: 2, failed: 3 });
});

test("a unit test run that ends badly has failed, whatever it reports", () => {
  expect(readVitestReport(1, () => vitestReport("passed"))).toMatchObject({ passed: 1, failed: 1 });
  expect(readVitestReport(0, () => "")).toMatchObject({ passed: 0, failed: 1 });
  const broken = { testResults: [{ name: "a.test.ts", status: "failed", assertionResults: [] }] };
  expect(readVitestReport(1, () => JSON.stringify(broken)).failures).toEqual(["a.test.ts doesn't run"]);
});

test("the Playwright report is read to the bottom; flaky and expected failures have failed", () => {
  const spec = (title: string, status: string, expectedStatus = "passed") => ({
    title,
    file: "promises/x.spec.ts",
    tests: [{ status, expectedStatus }],
  });
  const text = JSON.stringify({
    suites: [
      {
        specs: [spec("a", "expected"), spec("b", "flaky")],
        suites: [{ specs: [spec("c", "expected", "failed"), spec("d", "skipped", "skipped")] }],
      },
    ],
    errors: [{ message: "teardown broke\nat x" }],
  });
  const { results, errors } = readPlaywrightReport(text);
  expect(results.map(({ outcome }) => outcome)).toEqual(["passed", "failed", "failed", "skipped"]);
  expect(errors).toEqual(["teardown broke"]);
});

test("a promise whose spec didn't run has failed", () => {
  expect(judgeBrowserRun({ results: proof, errors: [] }, 0)).toMatchObject({ failed: 0, kept: due.length });
  const none = judgeBrowserRun({ results: [], errors: [] }, 0);
  expect(none).toMatchObject({ passed: 0, failed: due.length, kept: 0 });
});

test("a browser run that ends badly has failed, whatever it reports", () => {
  expect(judgeBrowserRun({ results: proof, errors: [] }, 1).failed).toBe(1);
  expect(judgeBrowserRun({ results: proof, errors: ["x"] }, 1).failed).toBe(1);
});

test("the last two lines are the promises and the sums", () => {
  const lines = summaryLines({ passed: 12, failed: 1, skipped: [], failures: ["lint"] }, 46);
  expect(lines[0]).toBe("failed: lint");
  expect(lines.slice(-2)).toEqual(["promises: 46 of 62", "12 passed, 1 failed"]);
});
