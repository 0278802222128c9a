import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { deleteReview } from "@/lib/reviews/commands/delete-review";

const KEPT = ["review-created", "review-deleted", "message-created", "message-updated", "message-deleted"];

test("one event type unchecked and saved: it comes no more, the others do", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  const { url } = await shop.addWebhook(receiver.url());
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.act(url, "Edit");
  await webhooks.eventTypeBox("review-updated").uncheck();
  await expect(webhooks.eventTypeBox("Also event types added later")).not.toBeChecked();
  await webhooks.save();

  await page.reload();
  await webhooks.act(url, "Edit");
  for (const type of KEPT) await expect(webhooks.eventTypeBox(type)).toBeChecked();
  await expect(webhooks.eventTypeBox("review-updated")).not.toBeChecked();
  await expect(webhooks.dialog.getByLabel("Webhook URL")).toHaveValue(url);

  await reviewPage.land(visitor, await shop.ratingLink(), 3);
  await reviewPage.submit(visitor, "Nobody hears this.");
  const [created] = await receiver.waitFor(ofType("review-created"));
  await deleteReview(shop.owner, created?.event.data.id ?? "");
  await receiver.waitFor(ofType("review-deleted"));
  expect(receiver.received.map(({ event }) => event.data.revision)).toEqual([1, 3]);
});
