import { ofType } from "@/e2e/support/of-type";
import { outboxPage } from "@/e2e/support/outbox-page";
import { expect, test } from "@/e2e/support/test";

test("the provider's word that a message was delivered makes message-updated", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  await shop.addWebhook(receiver.url());
  await signedInAs("admin");
  const { messages } = await shop.ask();
  await receiver.waitFor(ofType("message-updated", 2));
  const outbox = outboxPage(page, shop.slug);
  await outbox.openMessage(messages[0]?.id ?? "");

  await outbox.report("Deliver");

  const [delivered] = await receiver.waitFor(ofType("message-updated", 3));
  expect(delivered?.event).toMatchObject({
    previous: { status: "sent", delivered_at: null },
    data: { id: messages[0]?.id, status: "delivered", delivered_at: expect.stringMatching(/Z$/) },
  });
  await expect(outbox.list).toContainText("Delivered");
});
