import { expect, type Page } from "@playwright/test";

const WIDTHS = [1280, 375];
const SCHEMES = ["light", "dark"] as const;
const HEIGHT = 900;
/** Of the longest pages the rest looks like what is above. */
const HEIGHT_MAX = 4_000;

/** Four pictures of a page as it stands, under `screenshots/`: wide and narrow, light and dark. */
export async function takePictures(page: Page, name: string): Promise<void> {
  // What still loads is waited for; in some error states it stays.
  await expect(page.locator(".animate-pulse"))
    .toHaveCount(0, { timeout: 1_500 })
    .catch(() => undefined);
  // What scrolled along would hang in the middle; what lies beneath a window is no part of the picture.
  await page.evaluate(() => scrollTo(0, 0));
  const isWindow = (await page.locator("[role=dialog]:visible, [role=alertdialog]:visible").count()) > 0;
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    const full = isWindow ? HEIGHT : await page.evaluate(() => document.documentElement.scrollHeight);
    const height = Math.min(Math.max(full, HEIGHT), HEIGHT_MAX);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({
        path: `screenshots/${name}-${width}-${colorScheme}.png`,
        fullPage: true,
        clip: { x: 0, y: 0, width, height },
        animations: "disabled",
        caret: "hide",
      });
    }
  }
}
