import { PROMISES } from "@/e2e/promises/index";
import type { CheckResult } from "./check-result";

/** The end of `npm test`: what failed, what was skipped and why, promises kept, and as the last line the sums. */
export function summaryLines(result: CheckResult, kept: number): string[] {
  const waiting = PROMISES.filter(({ later }) => later);
  return [
    ...result.failures.map((name) => `failed: ${name}`),
    ...result.skipped.map(({ name, reason }) => `skipped: ${name}: ${reason}`),
    ...waiting.map(({ id, spec, later }) => `skipped: ${id} ${spec}: ${later}`),
    `promises: ${kept} of ${PROMISES.length}`,
    `${result.passed} passed, ${result.failed} failed`,
  ];
}
