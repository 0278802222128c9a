import { expect, type Locator, type Page } from "@playwright/test";
import { paths } from "@/lib/paths";

/** The form that asks for a review, and the list of messages of one project. */
export function messagesPage(page: Page, slug: string) {
  const dialog = page.getByRole("dialog");
  const rows = page.getByRole("list", { name: "Messages", exact: true }).getByRole("listitem");

  return {
    open: () => page.goto(paths.messages(slug)),
    dialog,
    rows,
    row: (text: string): Locator => rows.filter({ hasText: text }),

    /** Opens the form from the page that is open. */
    async startAsking(): Promise<void> {
      await page.getByRole("button", { name: "Ask for a review", exact: true }).click();
      await expect(dialog.getByRole("button", { name: "Send", exact: true })).toBeVisible();
    },

    /** Sends the form; what became of it stands in the dialog then. */
    async send(): Promise<void> {
      await dialog.getByRole("button", { name: "Send", exact: true }).click();
      await expect(dialog.getByRole("button", { name: "Done" })).toBeVisible();
    },

    outcome: dialog.getByRole("status"),

    /** Opens the menu of the first message of somebody and chooses an entry. */
    async act(name: string, entry: string): Promise<void> {
      await page
        .getByRole("button", { name: new RegExp(`^Actions for .* to ${name}`) })
        .first()
        .click();
      await page.getByRole("menuitem", { name: entry, exact: true }).click();
      // Until it has faded, its entries stand beside those of the next one.
      await expect(page.getByRole("menu")).toHaveCount(0);
    },
  };
}
