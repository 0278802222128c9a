import { z } from "zod";
import type { SpecResult } from "@/e2e/promises/kept-promises";

const spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ status: z.string(), expectedStatus: z.string() })),
});

type Suite = { specs: z.infer<typeof spec>[]; suites?: Suite[] | undefined };

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(spec), suites: z.array(suite).optional() }),
);

const report = z.object({
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/**
 * Every test of a Playwright run (its JSON reporter) and the errors outside of tests. A test that is expected to fail
 * has not passed; one that passed only when repeated has failed.
 * @throws when the text isn't such a report
 */
export function readPlaywrightReport(text: string): { results: SpecResult[]; errors: string[] } {
  const { suites, errors } = report.parse(JSON.parse(text));
  const specs = suites.flatMap(specsOf);
  return {
    results: specs.flatMap(({ title, file, tests }) =>
      tests.map((test): SpecResult => ({ title, file, outcome: outcomeOf(test) })),
    ),
    errors: errors.map(({ message }) => (message ?? "error outside of a test").split("\n")[0] ?? ""),
  };
}

function specsOf({ specs, suites = [] }: Suite): Suite["specs"] {
  return [...specs, ...suites.flatMap(specsOf)];
}

function outcomeOf(test: { status: string; expectedStatus: string }): SpecResult["outcome"] {
  if (test.status === "skipped") return "skipped";
  return test.status === "expected" && test.expectedStatus === "passed" ? "passed" : "failed";
}
