import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("where there are webhooks, the one button reads Add and adds another", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  await shop.addWebhook(receiver.url("/first"));
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await expect(page.getByRole("button", { name: "Add", exact: true })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Create Webhook" })).toHaveCount(0);

  await page.getByRole("button", { name: "Add", exact: true }).click();
  await webhooks.dialog.getByLabel("Webhook URL").fill(receiver.url("/second"));
  await webhooks.dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(webhooks.rows).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Add", exact: true })).toHaveCount(1);
});
