import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: [
    "scripts/*.{mjs,ts}",
    "scripts/start/{exit-with-parent.mjs,run-binary.mjs,prepare-data.ts,kept-child-parent.ts}",
    "scripts/postgres/embedded-postgres-starter.ts",
    "scripts/prisma/run-schema-engine.ts",
    "scripts/test/run.ts",
    "scripts/bench/{bare-loop-process,receiver-process}.ts",
    "scripts/fault-run/fault-worker.ts",
    "components/review-page/browser/{capture,form}.ts",
    "components/review-page/browser/page.css",
    "e2e/**/*.{spec,shots}.ts",
    "e2e/attacks/print-doors.ts",
    "{lib,inngest,prisma,scripts,e2e}/**/*.test.ts",
    "prisma/testing/global-setup.ts",
  ],
  project: ["**/*.{ts,tsx,mjs,js,css}", "!lib/db/generated/**"],
  // Asked for by the generated Prisma client, and looked up by path to find its programs.
  ignoreDependencies: ["@prisma/client", "embedded-postgres"],
  ignoreExportsUsedInFile: true,
  playwright: { config: ["e2e/playwright.config.ts", "e2e/screenshots.config.ts"] },
  prisma: { config: ["prisma/prisma.config.ts"] },
};

export default config;
