import { defineConfig } from "@playwright/test";
import { findBrowser } from "@/scripts/test/browser";

const executable = findBrowser();
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  globalSetup: "./support/global-setup.ts",
  outputDir: "../test-results/e2e",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/playwright.json" }]],
  use: {
    trace: "retain-on-failure",
    launchOptions: {
      ...(executable ? { executablePath: executable } : {}),
      args: isRoot ? ["--no-sandbox"] : [],
    },
  },
});
