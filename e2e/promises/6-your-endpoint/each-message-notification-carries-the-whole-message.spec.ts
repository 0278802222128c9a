import { ofType } from "@/e2e/support/of-type";
import { starwire } from "@/e2e/support/started-starwire";
import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

test("a notification holds the whole message as it is now, every field present, and no rating link", async ({
  shop,
  receiver,
}) => {
  await shop.addWebhook(receiver.url());
  const customer = await shop.addCustomer("Žofie");
  const { messages, requestId } = await shop.ask({ customer });
  const id = messages[0]?.id ?? "";

  const [hook] = await receiver.waitFor(ofType("message-updated"));
  expect(hook?.event).toEqual({
    id: expect.stringMatching(/^evt_[0-9A-Z]+$/),
    type: "message-updated",
    version: 1,
    created_at: TIME,
    test: false,
    project: { id: shop.id, name: shop.name, slug: shop.slug },
    data: {
      object: "message",
      id,
      revision: 2,
      request_id: requestId,
      sequence: 1,
      channel: "email",
      template: "request",
      status: "sent",
      customer: {
        id: customer.id,
        external_id: null,
        first_name: "Žofie",
        last_name: "Doe",
        email: customer.email,
        phone: null,
        company: null,
      },
      to: customer.email,
      from: expect.stringContaining(shop.name),
      subject: expect.stringMatching(/\S/),
      preview: expect.stringContaining("Žofie"),
      segments: null,
      encoding: null,
      review_id: null,
      failure: null,
      provider: { name: "outbox", message_id: null },
      scheduled_at: TIME,
      sent_at: TIME,
      delivered_at: null,
      opened_at: null,
      clicked_at: null,
      failed_at: null,
      complained_at: null,
      canceled_at: null,
      created_at: TIME,
      updated_at: TIME,
      deleted_at: null,
      url: starwire().appUrl + paths.message(shop.slug, id),
    },
    changes: expect.arrayContaining(["status", "sent_at"]),
    previous: expect.objectContaining({ status: "scheduled", sent_at: null }),
    reason: null,
  });
  const link = await shop.linkIn(id);
  for (const { body } of receiver.received) {
    expect(body.toString("utf8")).not.toContain("/r/");
    expect(body.toString("utf8")).not.toContain(link.split("/").at(-1) ?? "");
  }
});
