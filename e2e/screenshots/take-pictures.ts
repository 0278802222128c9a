import { expect, type Page } from "@playwright/test";
import { NARROW, WIDE } from "@/e2e/support/axe";

const SCHEMES = ["light", "dark"] as const;
const HEIGHT = 900;
/** Of the longest pages the rest looks like what is above. */
const HEIGHT_MAX = 4_000;

/**
 * Pictures of a page as it stands, under `screenshots/`: light and dark, wide and narrow where the state exists. A page is
 * shown from top to bottom; beneath a dialog or a menu only what fits the screen, as its reader sees it.
 */
export async function takePictures(page: Page, name: string, viewports = [WIDE, NARROW]): Promise<void> {
  // What still loads is waited for; in some error states it stays.
  await expect(page.locator(".animate-pulse"))
    .toHaveCount(0, { timeout: 1_500 })
    .catch(() => undefined);
  const isCovered = (await page.locator("[role=dialog], [role=alertdialog], [role=menu]").count()) > 0;
  for (const { width } of viewports) {
    await page.setViewportSize({ width, height: HEIGHT });
    const full = await page.evaluate(() => {
      scrollTo(0, 0);
      return document.documentElement.scrollHeight;
    });
    // A larger window instead of a larger picture: a mail's frame isn't painted outside of it.
    if (!isCovered)
      await page.setViewportSize({ width, height: Math.min(Math.max(full, HEIGHT), HEIGHT_MAX) });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      // Popups find their place anew after a resize: in the next frame, or once the page beneath has settled.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth);
      await page.screenshot({
        path: `screenshots/${name}-${width}-${colorScheme}.png`,
        animations: "disabled",
        caret: "hide",
      });
    }
  }
}
