import { expect, type Locator, type Page } from "@playwright/test";

/** A page that shows deliveries: those of a webhook, of a project, or one. */
export function deliveriesPage(page: Page) {
  const rows = page
    .getByRole("list", { name: "Deliveries" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /^Resend / }) });
  return {
    /** Newest first. */
    rows,

    row: (deliveryId: bigint | string): Locator =>
      rows.filter({ has: page.getByRole("button", { name: new RegExp(`, delivery ${deliveryId}$`) }) }),

    /** Opens a row to what was sent and what came back. */
    async open(row: Locator): Promise<void> {
      await row.getByRole("button", { expanded: false }).click();
      await expect(row.getByRole("region", { name: "Body, exactly as sent" })).toBeVisible();
    },

    attempts: (within: Locator): Locator =>
      within.getByRole("list", { name: "Attempts" }).getByRole("listitem"),

    filter: (label: string): Locator =>
      page.getByRole("group", { name: "Filters" }).getByLabel(label, { exact: true }),
  };
}
