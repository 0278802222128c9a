import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const COLOR_RULES = ["color-contrast", "link-in-text-block"];

/** What a page looks like to axe: which rules its elements break. */
async function findViolations(page: Page, rules: "all" | "colors"): Promise<unknown[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  // Half a megabyte of script is read once for each document.
  const builder = new AxeBuilder(isThere ? { page, axeSource: ";" } : { page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] });
  const { violations } = await (
    rules === "all" ? builder.withTags(RULES) : builder.withRules(COLOR_RULES)
  ).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.slice(0, 5).map(({ html }) => html)]);
}

export const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 375, height: 800 };

/**
 * Expects that the page as it stands breaks no rule, light and dark, wide and narrow, and never scrolls sideways. The dark
 * theme differs in colors alone, so only the rules about colors are asked again there.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const found: unknown[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const viewport of [WIDE, NARROW]) {
      const { width } = viewport;
      await page.setViewportSize(viewport);
      const violations = await findViolations(page, colorScheme === "light" ? "all" : "colors");
      found.push(...violations.map((violation) => [colorScheme, width, violation]));
      const sticksOut = await findSidewaysScroll(page);
      if (sticksOut) found.push([width, "scrolls sideways", sticksOut]);
    }
  }
  expect(found, state).toEqual([]);
}

/** What makes the page wider than its window, outermost first; null when nothing does. */
async function findSidewaysScroll(page: Page): Promise<string[] | null> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return null;
    const all = [...document.querySelectorAll("body *")];
    const wide = all.filter((element) => element.getBoundingClientRect().right > innerWidth + 1);
    return wide.slice(0, 6).map((element) => element.outerHTML.slice(0, 160));
  });
}
