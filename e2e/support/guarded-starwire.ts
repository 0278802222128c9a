import type { Browser } from "@playwright/test";
import { startWeb } from "./start-web";
import { test as base } from "./test";

/** One more web process on the same database, with the scanner guard on also where no scanner could come from. */
export const test = base.extend<object, { guardedUrl: string; browserOfPeople: Browser }>({
  guardedUrl: [
    async ({}, use) => {
      const web = await startWeb({ SCANNER_GUARD: "on" });
      await use(web.url);
      await web.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  /** Started as a person's browser is: it doesn't say that a program drives it. */
  browserOfPeople: [
    async ({ playwright, launchOptions }, use) => {
      const args = [...(launchOptions.args ?? []), "--disable-blink-features=AutomationControlled"];
      const browser = await playwright.chromium.launch({ ...launchOptions, args });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
});
