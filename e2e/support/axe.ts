import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { findSidewaysFaults } from "./sideways";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const POPUPS = ["[role=dialog]", "[role=alertdialog]", "[role=menu]", "[role=tooltip]"];

/**
 * The rule "region" asks that everything stands in a landmark, so that nobody who jumps between landmarks misses it. An open
 * menu has the focus until it closes, and a tooltip is beside what has it: both are found without. They stand at the
 * document's end, above everything; axe itself lets dialogs be, and these join them. All else is still asked for.
 */
const CHECKS = {
  region: {
    options: { regionMatcher: "dialog, [role=dialog], [role=alertdialog], svg, [role=menu], [role=tooltip]" },
  },
};

export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 375, height: 800 };
/** 1280 px at 400 % zoom. */
const NARROWEST = { width: 320, height: 800 };

/** What a page looks like to axe: which rules its elements break. @param within selectors; the whole page when there are none */
async function findViolations(page: Page, within: readonly string[]): Promise<unknown[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  // Half a megabyte of script is read once for each document.
  const builder = new AxeBuilder(isThere ? { page, axeSource: ";" } : { page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"], checks: CHECKS } as Parameters<AxeBuilder["options"]>[0])
    .withTags(RULES)
    // A mail's frame runs no script, also not that of axe; rendered mails are checked on their own.
    .exclude("iframe[sandbox]");
  for (const selector of within) builder.include(selector);
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => [id, nodes.slice(0, 5).map(({ html }) => html)]);
}

/** The popups that are open: what stands beneath them is inert, and was looked at without them. */
async function openPopups(page: Page): Promise<string[]> {
  const open = await Promise.all(POPUPS.map((selector) => page.locator(`${selector}:visible`).count()));
  return POPUPS.filter((_selector, at) => (open[at] ?? 0) > 0);
}

/**
 * Expects that the page as it stands breaks no rule, light and dark, wide and narrow, and never scrolls sideways, also not at
 * 400 % zoom. Of a page with an open popup the whole is looked at once, and the popup in each theme and width.
 */
export async function expectAccessible(
  page: Page,
  state: string,
  viewports: readonly { width: number; height: number }[] = [WIDE, NARROW],
): Promise<void> {
  const found: unknown[] = [];
  let isFirst = true;
  for (const viewport of viewports) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const violations = await findViolations(page, isFirst ? [] : await openPopups(page));
      found.push(...violations.map((violation) => [colorScheme, viewport.width, violation]));
      isFirst = false;
    }
    found.push(...(await findSidewaysFaults(page)));
  }
  if (viewports.includes(NARROW)) {
    await page.setViewportSize(NARROWEST);
    found.push(...(await findSidewaysFaults(page)));
  }
  expect(found, state).toEqual([]);
}
