import type { CheckResult } from "./check-result";

/** The only checks that may be skipped, and when. Whatever else is skipped has failed. */
const ALLOWED: readonly { name: RegExp; reason: string }[] = [
  {
    name: /^.?inngest (dev|start).? runs the same functions/,
    reason: "no Inngest server binary on this machine (set INNGEST_BIN)",
  },
  {
    name: /(^|\/)journeys\/behind-a-pooler\.spec\.ts: /,
    reason: "no PgBouncer on this machine (install your system's package pgbouncer)",
  },
];

/** Sorts skipped checks into those that may be skipped, with their reason, and failures. Pure. */
export function judgeSkips(names: readonly string[]): Pick<CheckResult, "failed" | "skipped" | "failures"> {
  const judged = names.map((name) => ({ name, rule: ALLOWED.find((allowed) => allowed.name.test(name)) }));
  const failures = judged.filter(({ rule }) => !rule).map(({ name }) => `${name} (skipped, and may not be)`);
  return {
    failed: failures.length,
    skipped: judged.flatMap(({ name, rule }) => (rule ? [{ name, reason: rule.reason }] : [])),
    failures,
  };
}
