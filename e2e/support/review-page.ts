import { expect, type Locator, type Page } from "@playwright/test";

/** The hosted review page as a customer sees it. */
export const reviewPage = {
  /** Opens a rating link as a click on its star does, and waits until the page says that the rating is saved. */
  async land(page: Page, link: string, score: number): Promise<void> {
    await page.goto(`${link}/${score}`);
    await expect(reviewPage.notice(page)).toHaveText(`Your rating, ${score} of 5 stars, is saved`);
  },

  notice: (page: Page): Locator => page.getByRole("status"),

  star: (page: Page, score: number): Locator =>
    page.getByRole("radio", { name: new RegExp(`^${score} star`) }),

  text: (page: Page): Locator => page.getByLabel("Tell us more (optional)"),

  /** Writes, or leaves the text as it is, sends the form and waits for the thanks. */
  async submit(page: Page, text?: string): Promise<void> {
    if (text !== undefined) await reviewPage.text(page).fill(text);
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  },

  /** From the thanks back to the form, with other words. */
  async correct(page: Page, text: string): Promise<void> {
    await page.getByRole("link", { name: "Edit my review" }).click();
    await reviewPage.submit(page, text);
  },
};
