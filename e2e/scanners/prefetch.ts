import type { Page } from "@playwright/test";

/** Lets the browser itself fetch the link ahead, as a page with `<link rel="prefetch">` does. */
export async function prefetch(page: Page, link: string): Promise<string> {
  const mailer = new URL("/mailer-that-loads-ahead", link).href;
  await page.route(mailer, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Mail</title>" }),
  );
  await page.goto(mailer);
  return page.evaluate(
    (href) =>
      new Promise<string>((resolve) => {
        const hint = Object.assign(document.createElement("link"), { rel: "prefetch", href });
        hint.addEventListener("load", () => resolve("fetched"));
        hint.addEventListener("error", () => resolve("failed"));
        document.head.append(hint);
      }),
    link,
  );
}
