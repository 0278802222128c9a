import { startWeb } from "./start-web";
import { test as base } from "./test";

/** One more web process on the same database, whose e-mails leave. Nobody listens there: what is refused gets not so far. */
export const test = base.extend<object, { leavingUrl: string }>({
  leavingUrl: [
    async ({}, use) => {
      const driver = { EMAIL_DRIVER: "smtp", SMTP_URL: "smtp://127.0.0.1:1" };
      const web = await startWeb({ ...driver, EMAIL_FROM: "reviews@bakery.example" });
      await use(web.url);
      await web.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});
