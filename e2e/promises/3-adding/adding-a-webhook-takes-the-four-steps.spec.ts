import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

test("a webhook is made in the four documented steps, with nothing in between", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  await signedInAs("admin");
  await page.goto(paths.overview(shop.slug));

  await test.step("1. in Settings > API, scroll to Webhooks", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("link", { name: "API", exact: true }).click();
    await page.getByRole("heading", { level: 2, name: "Webhooks" }).scrollIntoViewIfNeeded();
  });
  await test.step("2. click Create Webhook", async () => {
    await page.getByRole("button", { name: "Create Webhook" }).click();
  });
  await test.step("3. enter the full URL: the dialog asks for nothing else", async () => {
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("textbox")).toHaveCount(1);
    await expect(dialog.getByRole("checkbox")).toHaveCount(0);
    await expect(dialog.getByLabel("Webhook URL")).toBeFocused();
    await page.keyboard.type(receiver.url());
  });
  await test.step("4. click Create", async () => {
    await page.getByRole("button", { name: "Create", exact: true }).click();
  });

  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("switch", { name: receiver.url(), exact: true })).toBeChecked();
});
