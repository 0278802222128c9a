import { rmSync } from "node:fs";
import { ensureBrowser } from "./test/browser";
import { runCommand } from "./test/run-command";

/** `npm run screenshots`: every screen in every state, wide and narrow, light and dark, as PNG under `screenshots/`. */
rmSync("screenshots", { recursive: true, force: true });
const { code } = await runCommand("playwright", ["test", "--config=e2e/screenshots.config.ts"], {
  show: true,
  timeoutMs: 1_800_000,
  env: { CHROMIUM_PATH: await ensureBrowser() },
});
process.exitCode = code;
