import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("where there is no webhook yet, the section says what they are and offers Create Webhook", async ({
  page,
  shop,
  signedInAs,
}) => {
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await expect(
    page.getByText(
      "Webhooks send reviews and messages to your own systems as they happen. You give a URL; we POST to it.",
    ),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Create Webhook", exact: true })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Add", exact: true })).toHaveCount(0);
  await expect(webhooks.rows).toHaveCount(0);

  await page.getByRole("button", { name: "Create Webhook", exact: true }).click();
  await expect(webhooks.dialog.getByLabel("Webhook URL")).toBeVisible();
});
