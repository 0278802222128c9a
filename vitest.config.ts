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
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A condition is waited for, however busy the machine is; the default of one second is a matter of luck.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
  },
});
