import { messagesPage } from "@/e2e/support/messages-page";
import { ofType } from "@/e2e/support/of-type";
import { expect, test } from "@/e2e/support/test";

test("sending a scheduled message makes message-updated: sent, and when", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  await shop.addWebhook(receiver.url());
  await signedInAs("manager");
  const inThreeDays = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const customer = await shop.addCustomer("Ines");
  await shop.ask({ customer, sendAt: inThreeDays });
  const messages = messagesPage(page, shop.slug);
  await messages.open();
  await expect(messages.row("Ines")).toContainText("Will be sent on");

  await messages.act("Ines", "Send now");

  const [sent] = await receiver.waitFor((hook) => hook.event.changes?.includes("sent_at") ?? false);
  expect(sent?.event).toMatchObject({
    type: "message-updated",
    previous: { status: "scheduled", sent_at: null },
    data: { status: "sent", sent_at: expect.stringMatching(/Z$/), provider: { name: "outbox" } },
  });
  expect(receiver.received.filter(ofType("message-created"))).toHaveLength(1);
  await expect(messages.row("Ines")).toContainText("In the Outbox");
});
