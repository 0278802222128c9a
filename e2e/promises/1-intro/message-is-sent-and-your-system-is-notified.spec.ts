import { verify } from "@/e2e/support/https-receiver";
import { ofType } from "@/e2e/support/of-type";
import { expect, test } from "@/e2e/support/test";

test("a message goes out, and the connected system learns of it, signed", async ({ shop, receiver }) => {
  const { secret } = await shop.addWebhook(receiver.url());
  const customer = await shop.addCustomer("Zoë");

  const { messages } = await shop.ask({ customer });

  const [updated] = await receiver.waitFor(ofType("message-updated"));
  expect(updated && verify(updated, secret)).toMatchObject({
    data: {
      object: "message",
      id: messages[0]?.id,
      status: "sent",
      to: customer.email,
      customer: { id: customer.id, first_name: "Zoë" },
    },
  });
});
