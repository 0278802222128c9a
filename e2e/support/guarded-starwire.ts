import { startWeb } from "./start-web";
import { test as base } from "./test";

/** One more web process on the same database, with the scanner guard on also where no scanner could come from. */
export const test = base.extend<object, { guardedUrl: string }>({
  guardedUrl: [
    async ({}, use) => {
      const web = await startWeb({ SCANNER_GUARD: "on" });
      await use(web.url);
      await web.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});
