import { reviewPage } from "@/e2e/support/review-page";
import { verify } from "@/e2e/support/https-receiver";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("Create is the last click: the dialog goes, the webhook stands there with the secret that signs", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  const url = receiver.url();
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await page.getByRole("button", { name: "Create Webhook" }).click();
  await webhooks.dialog.getByLabel("Webhook URL").fill(url);
  await webhooks.dialog.getByRole("button", { name: "Create", exact: true }).click();

  await expect(webhooks.dialog).toBeHidden();
  const row = webhooks.row(url);
  await expect(row.getByRole("switch", { name: url, exact: true })).toBeChecked();
  await expect(row).toContainText("All events");
  await expect(row).toContainText("Waiting for the first event");
  await expect(row.getByRole("button", { name: "Copy signing secret" })).toBeVisible();
  const secret = await row.getByText(/^whsec_/).textContent();

  await reviewPage.land(visitor, await shop.ratingLink(), 5);
  const [hook] = await receiver.waitFor(() => true);
  expect(hook && verify(hook, secret ?? "")).toMatchObject({ type: "review-created" });
});
