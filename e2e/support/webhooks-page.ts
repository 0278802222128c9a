import { expect, type Locator, type Page } from "@playwright/test";
import { paths } from "@/lib/paths";

/** Settings > API > Webhooks of one project. */
export function webhooksPage(page: Page, slug: string) {
  const dialog = page.getByRole("dialog");
  const webhookSwitch = (url: string): Locator => page.getByRole("switch", { name: url, exact: true });
  const settled = async (url: string, isOn: boolean): Promise<void> => {
    await expect(webhookSwitch(url)).toBeChecked({ checked: isOn });
    await expect(webhookSwitch(url)).not.toHaveAttribute("aria-busy", "true");
  };

  return {
    open: () => page.goto(paths.webhooks(slug)),
    section: page.getByRole("region", { name: "Webhooks" }),
    rows: page
      .getByRole("list", { name: "Webhooks" })
      .getByRole("listitem")
      .filter({ has: page.getByRole("switch") }),
    row: (url: string): Locator =>
      page
        .getByRole("list", { name: "Webhooks" })
        .getByRole("listitem")
        .filter({ has: webhookSwitch(url) }),
    switch: webhookSwitch,
    dialog,

    /** The four steps from the open page: the button, the URL, Create. */
    async create(url: string): Promise<void> {
      await page.getByRole("button", { name: /^(Create Webhook|Add)$/ }).click();
      await dialog.getByLabel("Webhook URL").fill(url);
      await dialog.getByRole("button", { name: "Create", exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(webhookSwitch(url)).toBeChecked();
    },

    /** Uses the switch once and waits until it has settled. */
    async turn(url: string, isOn: boolean): Promise<void> {
      await settled(url, !isOn);
      await webhookSwitch(url).click();
      await settled(url, isOn);
    },
    settled,

    /** Opens the actions menu of a webhook and chooses an entry. */
    async act(url: string, entry: string): Promise<void> {
      await page.getByRole("button", { name: `Actions for ${url}` }).click();
      await page.getByRole("menuitem", { name: entry, exact: true }).click();
      // Until it has faded, its entries stand beside those of the next one.
      await expect(page.getByRole("menu")).toHaveCount(0);
    },

    eventTypeBox: (type: string): Locator => dialog.getByRole("checkbox", { name: type, exact: true }),

    async save(): Promise<void> {
      await dialog.getByRole("button", { name: "Save", exact: true }).click();
      await expect(dialog).toBeHidden();
    },
  };
}
