import { messagesPage } from "@/e2e/support/messages-page";
import { ofType } from "@/e2e/support/of-type";
import { expect, test } from "@/e2e/support/test";

test("canceling a message that is still to be sent makes message-deleted", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  await shop.addWebhook(receiver.url());
  await signedInAs("manager");
  const customer = await shop.addCustomer("Ines");
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const { messages: asked } = await shop.ask({ customer, sendAt: tomorrow });
  const messages = messagesPage(page, shop.slug);
  await messages.open();

  await messages.act("Ines", "Cancel message");
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel message" }).click();

  const [deleted] = await receiver.waitFor(ofType("message-deleted"));
  expect(deleted?.event).toMatchObject({
    reason: "canceled_by_user",
    data: {
      id: asked[0]?.id,
      revision: 2,
      status: "canceled",
      sent_at: null,
      canceled_at: expect.stringMatching(/Z$/),
    },
  });
  await expect(messages.row("Ines")).toContainText("Canceled");
});
