import type { Page } from "@playwright/test";

/**
 * What scrolls sideways and shouldn't: the page itself, and regions that the keyboard can't reach or that have no name. What a
 * script does about a new width has its time: only what stays so is a fault.
 */
export async function findSidewaysFaults(page: Page): Promise<unknown[]> {
  for (let look = 0; ; look += 1) {
    const faults = await page.evaluate(listFaults);
    if (faults.length === 0 || look === LOOKS_MAX) return faults;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

const LOOKS_MAX = 30;

function listFaults(): unknown[] {
  const width = innerWidth;
  const cut = (element: Element) => element.outerHTML.slice(0, 160);
  const all = [...document.querySelectorAll<HTMLElement>("body *")];
  const faults: unknown[] = [];
  if ((document.scrollingElement?.scrollWidth ?? 0) > width) {
    const wide = all.filter((element) => element.getBoundingClientRect().right > width + 1);
    faults.push([width, "scrolls sideways", wide.slice(0, 6).map(cut)]);
  }
  for (const element of all) {
    if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth < 2) continue;
    if (!/auto|scroll/.test(getComputedStyle(element).overflowX)) continue;
    if (element.matches("input, textarea, select, [aria-hidden=true], [aria-hidden=true] *, [inert] *"))
      continue;
    const isReached =
      element.tabIndex >= 0 || element.querySelector("a[href], button, input, [tabindex='0']");
    const isNamed = element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby");
    if (!isReached || !isNamed) faults.push([width, "a region without keyboard or name", cut(element)]);
  }
  return faults;
}
