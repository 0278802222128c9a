import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { afterAll, beforeAll, expect, test } from "vitest";

const ARROW = "eslint(no-restricted-imports)";

/** One planted violation per arrow between the rooms: the file that points, and where it must not. */
const ARROWS: [file: string, target: string][] = [
  ["app/page-a.ts", "@/lib/db/client"],
  ["app/page-b.ts", "@prisma/client"],
  ["app/page-c.ts", "pg"],
  ["app/page-d.ts", "@/inngest/engine/run"],
  ["app/page-e.ts", "@/inngest/functions/deliver-webhook"],
  ["app/page-f.ts", "@/prisma/seed/bakery"],
  ["app/page-g.ts", "@/scripts/worker"],
  ["app/page-h.ts", "@/e2e/support/test"],
  ["components/reviews/a.ts", "@/app/layout"],
  ["components/reviews/b.ts", "@/inngest/client"],
  ["components/reviews/c.ts", "@/lib/db/client"],
  ["components/reviews/d.ts", "@/lib/reviews/queries"],
  ["components/reviews/e.ts", "@/lib/reviews/commands/delete-review"],
  ["components/reviews/f.ts", "@/prisma/seed/bakery"],
  ["components/reviews/g.ts", "@/scripts/worker"],
  ["components/reviews/h.ts", "@/e2e/support/test"],
  ["components/ui/a.ts", "@/lib/reviews/schema"],
  ["components/ui/b.ts", "@/components/reviews/review-row"],
  ["components/ui/c.ts", "@/app/layout"],
  ["components/ui/d.ts", "@/inngest/events"],
  ["lib/reviews/a.ts", "@/app/layout"],
  ["lib/reviews/b.ts", "@/components/ui/button"],
  ["lib/reviews/c.ts", "@/inngest/functions/deliver-webhook"],
  ["lib/reviews/d.ts", "@/inngest/engine/run"],
  ["lib/reviews/e.ts", "@/prisma/seed/bakery"],
  ["lib/reviews/f.ts", "@/scripts/worker"],
  ["lib/reviews/g.ts", "@/e2e/support/test"],
  ["inngest/engine/a.ts", "@/app/layout"],
  ["inngest/engine/b.ts", "@/components/ui/button"],
  ["inngest/engine/c.ts", "@/scripts/worker"],
  ["inngest/functions/a.ts", "@/lib/db/client"],
  ["inngest/functions/b.ts", "@/inngest/engine/run"],
  ["inngest/functions/c.ts", "@/prisma/seed/bakery"],
  ["prisma/seed/a.ts", "@/app/layout"],
  ["prisma/seed/b.ts", "@/components/ui/button"],
  ["prisma/seed/c.ts", "@/inngest/functions/deliver-webhook"],
  ["e2e/a.spec.ts", "@/app/layout"],
  ["e2e/b.spec.ts", "@/components/ui/button"],
  ["e2e/c.spec.ts", "@/inngest/engine/run"],
  ["scripts/a.ts", "@/app/layout"],
];

/** Imports that the house allows: none of these may be reported. */
const ALLOWED: [file: string, target: string][] = [
  ["app/page-z.ts", "@/lib/reviews/queries"],
  ["app/page-y.ts", "@/components/reviews/review-row"],
  ["components/reviews/z.ts", "@/lib/reviews/query-options"],
  ["components/ui/z.ts", "@/components/ui/button"],
  ["lib/reviews/z.ts", "@/inngest/client"],
  ["inngest/functions/z.ts", "@/lib/webhooks/lane"],
  ["e2e/z.spec.ts", "@/prisma/seed/bakery"],
];

/** Other rules of the house, each with a violation. */
const RULES: [rule: string, file: string, source: string][] = [
  [
    "typescript(no-floating-promises)",
    "lib/reviews/floating.ts",
    "export function f() { Promise.resolve(1); }",
  ],
  ["typescript(no-explicit-any)", "lib/reviews/loose.ts", "export const f = (x: any) => String(x);"],
  ["typescript(no-non-null-assertion)", "lib/reviews/sure.ts", "export const f = (x?: string) => x!.length;"],
  ["node(no-process-env)", "lib/reviews/env.ts", "export const x = process.env.X;"],
  ["eslint(no-console)", "lib/reviews/loud.ts", 'console.log("x");'],
  ["import(no-default-export)", "lib/reviews/default.ts", "export default 1;"],
  ["import(no-relative-parent-imports)", "lib/reviews/up.ts", 'import "../db/client";'],
  ["oxc(no-barrel-file)", "lib/reviews/barrel.ts", 'export * from "./loose";'],
  ["unicorn(filename-case)", "lib/reviews/BadName.ts", "export const x = 1;"],
  ["eslint(max-lines)", "lib/reviews/long.ts", "export const x = [\n" + "1,\n".repeat(250) + "];"],
];

const TSCONFIG = {
  compilerOptions: { strict: true, module: "esnext", moduleResolution: "bundler", paths: { "@/*": ["./*"] } },
  include: ["**/*.ts"],
};

const diagnostics = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

let folder: string;
let found: Set<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "starwire-lint-"));
  copyFileSync(".oxlintrc.json", join(folder, ".oxlintrc.json"));
  plant("tsconfig.json", JSON.stringify(TSCONFIG));
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(resolve("node_modules/.bin/tsgolint"), join(folder, "node_modules/.bin/tsgolint"));
  for (const [file, target] of [...ARROWS, ...ALLOWED])
    plant(file, `import "${target}";\nexport const x = 1;\n`);
  for (const [, file, source] of RULES) plant(file, source);
  const report = lint();
  found = new Set(report.map(({ code, filename }) => `${code} ${filename}`));
});

afterAll(() => rmSync(folder, { recursive: true }));

function plant(file: string, source: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), source);
}

function lint(): z.infer<typeof diagnostics>["diagnostics"] {
  try {
    execFileSync(resolve("node_modules/.bin/oxlint"), ["--format=json"], { cwd: folder, encoding: "utf8" });
  } catch (error) {
    const output = z.object({ status: z.literal(1), stdout: z.string() }).parse(error);
    return diagnostics.parse(JSON.parse(output.stdout)).diagnostics;
  }
  throw new Error("Lint found nothing wrong in a folder of violations.");
}

test.each(ARROWS)("%s may not import %s", (file) => {
  expect(found).toContain(`${ARROW} ${file}`);
});

test.each(ALLOWED)("%s may import %s", (file) => {
  expect(found).not.toContain(`${ARROW} ${file}`);
});

test.each(RULES)("%s is enforced", (rule, file) => {
  expect(found).toContain(`${rule} ${file}`);
});
