import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function expectFit(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
    state,
  ).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${state}: no horizontal scroll`).toBeLessThanOrEqual(0);
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [320, 1280]) {
    test(`every state of the review page, ${colorScheme}, ${width} px`, async ({ shop, browser }) => {
      await db.reviewPage.update({
        where: { projectId: shop.id },
        data: {
          color: "#fde047",
          intro: "It takes a minute.",
          links: [{ label: "Maps", url: "https://example.com" }],
        },
      });
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 700 },
        extraHTTPHeaders: { "x-forwarded-for": `${shop.id}` },
      });
      const page = await context.newPage();
      const link = await shop.ratingLink();
      await page.goto(link);
      await expectFit(page, "without a score");
      await page.goto(`${link}/4`);
      await expect(page.getByRole("status")).toContainText("is saved");
      await expectFit(page, "saved");
      await page.goto(`${link}/1`);
      await expectFit(page, "question");
      await page.getByRole("button", { name: "Submit" }).click();
      await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
      await expectFit(page, "thank-you");
      await page.goto(`/p/${shop.slug}`);
      await expectFit(page, "public page");
      await page.getByRole("radio", { name: "5 stars, excellent" }).check();
      await page.locator("[name=body]").evaluate((area: HTMLTextAreaElement) => {
        area.removeAttribute("maxlength");
        area.value = "x".repeat(5_001);
      });
      await page.getByRole("button", { name: "Submit" }).click();
      await expect(page.getByRole("alert")).toHaveText("Use at most 5,000 characters.");
      await expectFit(page, "error");
      await page.goto("/r/unknown");
      await expectFit(page, "closed");
      await context.close();
    });
  }
}
