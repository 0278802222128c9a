import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

const SIX = [
  "review-created",
  "review-updated",
  "review-deleted",
  "message-created",
  "message-updated",
  "message-deleted",
];

test("a webhook offers exactly the six event types, by name", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  const { url } = await shop.addWebhook(receiver.url());
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.act(url, "Edit");

  const boxes = webhooks.dialog.getByRole("checkbox");
  await expect(boxes).toHaveCount(SIX.length + 1);
  for (const [index, type] of SIX.entries()) await expect(boxes.nth(index)).toHaveAccessibleName(type);
  await expect(boxes.last()).toHaveAccessibleName("Also event types added later");
});
