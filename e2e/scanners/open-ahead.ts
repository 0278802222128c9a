import type { Page } from "@playwright/test";

/** Makes the page load as browsers load ahead (document.prerendering); shown by `show`. */
export async function openAhead(page: Page, link: string): Promise<void> {
  await page.addInitScript(() => {
    let isAhead = true;
    Object.defineProperty(document, "prerendering", { get: () => isAhead });
    addEventListener("starwire-activate", () => {
      isAhead = false;
      document.dispatchEvent(new Event("prerenderingchange"));
    });
  });
  await page.goto(link, { waitUntil: "networkidle" });
}

/** What the browser does when the customer then clicks the link. */
export async function activate(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event("starwire-activate")));
}

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
