import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { paths } from "@/lib/paths";

test("the audit log tells who changed what, when, from what and to what, and is narrowed in the URL", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  const { url } = await shop.addWebhook(receiver.url());
  const admin = await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  const entries = page.getByRole("list", { name: "Audit log" }).getByRole("listitem");
  const filters = page.getByRole("group", { name: "Filters" });

  await test.step("a webhook is changed and switched off, a member invited, a key made", async () => {
    await webhooks.open();
    await webhooks.act(url, "Edit");
    await webhooks.eventTypeBox("message-created").uncheck();
    await webhooks.save();
    await webhooks.turn(url, false);
    await page.getByRole("button", { name: "Create API key" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Till");
    await page.getByRole("dialog").getByRole("button", { name: "Create key" }).click();
    const shown = page.getByRole("dialog", { name: "Copy your API key" });
    await shown.getByRole("button", { name: "Done" }).click();
    await expect(shown).toBeHidden();
    await page.goto(paths.settingsMembers(shop.slug));
    await page.getByRole("button", { name: "Add member" }).click();
    await page.getByLabel("E-mail").fill("linus@example.com");
    await page.getByRole("button", { name: "Create link" }).click();
    await page.getByRole("button", { name: "Done" }).click();
  });

  await test.step("all of it is there, newest first", async () => {
    await page.getByRole("link", { name: "Audit log" }).click();
    await expect(entries).toHaveText([
      /^Admin Grace invited linus@example\.com/,
      /^Admin Grace created the API key Till/,
      /^Admin Grace switched the webhook off https:/,
      /^Admin Grace changed the webhook https:/,
      /^Ada created the webhook https:/,
    ]);
    await expect(entries.nth(3)).toContainText(/Eventsall → .*review-created/);
    await expect(entries.nth(3).locator("ins")).not.toContainText("message-created");
    await expect(entries.first().locator("time")).toHaveAttribute("datetime", /^\d{4}-\d\d-\d\dT/);
  });

  await test.step("narrowed by topic and person", async () => {
    await filters.getByLabel("About").selectOption("webhook");
    await expect(entries).toHaveCount(3);
    await filters.getByLabel("By").selectOption(admin.userId);
    await expect(entries).toHaveCount(2);
    await page.reload();
    await expect(entries).toHaveCount(2);
    await filters.getByLabel("By").selectOption("system");
    await expect(page.getByText("No entry matches")).toBeVisible();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(entries).toHaveCount(5);
  });
});
