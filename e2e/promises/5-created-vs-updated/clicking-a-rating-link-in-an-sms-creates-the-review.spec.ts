import { ofType } from "@/e2e/support/of-type";
import { outboxPage } from "@/e2e/support/outbox-page";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("a rating link tapped in the SMS is a review before anything else is done", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  await shop.addWebhook(receiver.url());
  await signedInAs("manager");
  const { messages, requestId } = await shop.ask({ channel: "sms" });
  await receiver.waitFor(ofType("message-updated", 2));
  const outbox = outboxPage(page, shop.slug);
  await outbox.openMessage(messages[0]?.id ?? "");

  const rating = await outbox.follow(outbox.smsStar(5));
  await expect(reviewPage.notice(rating)).toHaveText("Your rating, 5 of 5 stars, is saved");

  const [created] = await receiver.waitFor(ofType("review-created"));
  expect(created?.event.data).toMatchObject({
    revision: 1,
    score: 5,
    status: "rated",
    body: null,
    origin: "sms",
    request_id: requestId,
  });
});
