import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("./", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@/": root } },
  test: {
    env: { LOG_LEVEL: "warn" },
    include: ["{lib,inngest,prisma,scripts,e2e}/**/*.test.ts"],
    exclude: ["node_modules/**", "lib/db/generated/**"],
    globalSetup: ["prisma/testing/global-setup.ts"],
    // Limits of what hangs: what is waited for comes, however busy the machine is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
  },
});
