import { expect, type Locator, type Page } from "@playwright/test";
import { paths } from "@/lib/paths";

/** The Outbox of one project, as those see it who may play the provider. */
export function outboxPage(page: Page, slug: string) {
  const list = page.getByRole("list", { name: "Outbox" });

  const email = page.frameLocator('iframe[title^="E-mail to"]');

  return {
    list,
    /** Opens it with this message opened, once it was sent. */
    async openMessage(id: string): Promise<void> {
      await page.goto(paths.outbox(slug, id));
      await expect(page.getByRole("link", { name: "Open message" })).toBeVisible();
    },

    /** The opened e-mail as a mail program shows it. */
    email,

    /** The link of one star in the opened e-mail. */
    star: (score: number): Locator => email.getByRole("link", { name: new RegExp(`^★ ${score}`) }),

    /** The link of one star in the opened SMS. */
    smsStar: (score: number): Locator => list.getByRole("link", { name: new RegExp(`/${score}$`) }),

    report: (name: string) => page.getByRole("button", { name, exact: true }).click(),

    /** Follows a link of the opened message, which opens a tab of its own. */
    async follow(link: Locator): Promise<Page> {
      const opened = page.context().waitForEvent("page");
      await link.click();
      return opened;
    },
  };
}
