import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("a new webhook has every event type checked, also those added later", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  const url = receiver.url();
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.create(url);
  await expect(webhooks.row(url)).toContainText("All events");
  await webhooks.act(url, "Edit");
  const boxes = webhooks.dialog.getByRole("checkbox");
  await expect(boxes).toHaveCount(7);
  for (const box of await boxes.all()) await expect(box).toBeChecked();
});
