import type { Page } from "@playwright/test";

/**
 * Makes `goto` and `reload` wait until React has taken over the page: what is clicked before does nothing. Pages without
 * React, such as the hosted review page, are there when they are loaded.
 */
export function waitWhenReady(page: Page): Page {
  for (const method of ["goto", "reload"] as const) {
    const original = page[method].bind(page) as (...args: unknown[]) => ReturnType<Page["reload"]>;
    Object.assign(page, {
      [method]: async (...args: unknown[]) => {
        const response = await original(...args);
        await page.waitForFunction(isTakenOver);
        return response;
      },
    });
  }
  return page;
}

/** Runs in the page. React notes its own data on each element it has taken over. */
function isTakenOver(): boolean {
  if (!document.querySelector('script[src*="/_next/"]')) return true;
  const controls = document.querySelectorAll("button, input:not([type=hidden]), select, textarea, a[href]");
  return [...controls].every((control) =>
    Object.keys(control).some((key) => key.startsWith("__reactProps$")),
  );
}
