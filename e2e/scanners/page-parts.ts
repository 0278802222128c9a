import { expect, type Page } from "@playwright/test";

export const saveButton = (page: Page) => page.getByRole("button", { name: "Save my rating" });
export const submitButton = (page: Page) => page.getByRole("button", { name: "Submit" });
export const changeButton = (page: Page) => page.getByRole("button", { name: /^Change to/ });

export async function expectSaved(page: Page, score: number): Promise<void> {
  await expect(page.getByText(`Your rating, ${score} of 5 stars, is saved`)).toBeVisible();
}

/** Presses something by script, as `element.click()` does, and waits for the answer. */
export async function pressByScript(page: Page, selector: string): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.evaluate((css) => document.querySelector<HTMLElement>(css)?.click(), selector);
  await answer;
}
