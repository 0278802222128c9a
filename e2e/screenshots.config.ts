import { defineConfig } from "@playwright/test";
import config from "./playwright.config";

/** `npm run screenshots`: pictures of every screen in every state, to look at. */
export default defineConfig(config, {
  testMatch: "screenshots/*.shots.ts",
  outputDir: "../test-results/screenshots",
  reporter: [["list"]],
  use: { trace: "off" },
});
