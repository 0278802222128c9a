import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { runCommand } from "./run-command";

/** The headless shell first: it is what Playwright drives by itself, and starts in a third of the time. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
];
const PACKAGES = ["chromium-headless-shell", "chromium"];
const INSTALL_TIMEOUT_MS = 300_000;

/** A Chromium that is there already: `CHROMIUM_PATH`, Playwright's own, or the system's. Null when there is none. */
export function findBrowser(): string | null {
  const given = process.env["CHROMIUM_PATH"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = [
    ...(given ? [given] : []),
    chromium.executablePath(),
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
  return candidates.find(isExecutable) ?? null;
}

/** As `findBrowser`; as root on a system with apt-get, installs it as a package. @throws Error that says what to do */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("  no browser here: installing the package chromium-headless-shell or chromium (apt-get)");
    const options = {
      show: false,
      timeoutMs: INSTALL_TIMEOUT_MS,
      env: { DEBIAN_FRONTEND: "noninteractive" },
    };
    await runCommand("apt-get", ["update"], options);
    for (const name of PACKAGES) {
      await runCommand("apt-get", ["install", "--yes", "--no-install-recommends", name], options);
      const installed = findBrowser();
      if (installed) return installed;
    }
  }
  throw new Error(
    "browser tests: no Chromium was found. Install one (npx playwright install --with-deps chromium, or your " +
      "system's package chromium), or set CHROMIUM_PATH to one.",
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
