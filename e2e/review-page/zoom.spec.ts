import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";

const LONG_NAME = `מאפיית הנהר ${"ארוך".repeat(47)}`;
const LONG_TEXT = `${"unbroken".repeat(300)} ${"words and words ".repeat(160)}`.slice(0, 5_000);

async function expectNoSidewaysScroll(page: Page, state: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, state).toBeLessThanOrEqual(0);
}

test("at 400 % zoom, with the longest names and texts, everything can be read downwards", async ({
  shop,
  browser,
}) => {
  await db.project.update({ where: { id: shop.id }, data: { name: LONG_NAME.slice(0, 200) } });
  await db.reviewPage.update({
    where: { projectId: shop.id },
    data: {
      title: "W".repeat(120),
      intro: "i".repeat(1_000),
      thankYouText: "T".repeat(1_000),
      links: [{ label: "L".repeat(60), url: "https://example.com" }],
    },
  });
  // 1280 px at 400 %.
  const context = await browser.newContext({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  const page = await context.newPage();
  const link = await shop.ratingLink(await shop.addCustomer("N".repeat(200)));
  await page.goto(`${link}/4`);
  await expect(page.getByRole("status")).toContainText("is saved");
  await expectNoSidewaysScroll(page, "form");
  await expect(page.getByText(LONG_NAME.slice(0, 200))).toHaveCSS("direction", "rtl");
  await page.goto(`${link}/1`);
  await expect(page.getByRole("button", { name: "Change to 1 star" })).toBeVisible();
  await expectNoSidewaysScroll(page, "question");
  await page.getByLabel("Tell us more (optional)").fill(LONG_TEXT);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText(LONG_TEXT.trim())).toBeVisible();
  await expectNoSidewaysScroll(page, "thank-you");
  await page.goto(new URL(`/p/${shop.slug}`, link).href);
  await expectNoSidewaysScroll(page, "public page");
  await context.close();
});
