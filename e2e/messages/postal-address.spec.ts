import { expect } from "@playwright/test";
import { test } from "@/e2e/support/leaving-starwire";
import { paths } from "@/lib/paths";

test("where e-mails leave, asking without a postal address is refused, and a link leads to where it is entered", async ({
  page,
  shop,
  signedInAs,
  leavingUrl,
}) => {
  await signedInAs("owner");
  const customer = await shop.addCustomer("Ines");
  const dialog = page.getByRole("dialog");
  const send = dialog.getByRole("button", { name: "Send", exact: true });
  const startAsking = async () => {
    await page.goto(leavingUrl + paths.customer(shop.slug, customer.id));
    await page.getByRole("button", { name: "Ask for a review", exact: true }).click();
    await expect(send).toBeVisible();
  };
  await startAsking();
  await expect(dialog.getByText("E-mails can't be sent yet")).toBeVisible();
  await send.click();
  await expect(dialog.getByRole("alert")).toContainText("Enter it under Settings > Messages");

  await dialog.getByRole("link", { name: "Enter the postal address" }).click();
  await page.getByLabel("Postal address").fill("12 Mill Lane\nOxford");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await startAsking();
  await expect(dialog.getByText("E-mails can't be sent yet")).toHaveCount(0);
});

test("a manager, who may not enter it, reads who can", async ({ page, shop, signedInAs, leavingUrl }) => {
  await signedInAs("manager");
  await page.goto(leavingUrl + paths.messages(shop.slug));
  await page.getByRole("button", { name: "Ask for a review", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("An owner or admin enters it")).toBeVisible();
  await expect(dialog.getByRole("link", { name: "Enter the postal address" })).toHaveCount(0);
});
