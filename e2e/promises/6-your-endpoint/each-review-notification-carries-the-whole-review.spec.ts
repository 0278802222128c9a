import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { starwire } from "@/e2e/support/started-starwire";
import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

test("a notification holds the whole review as it is now, every field present", async ({
  shop,
  receiver,
  visitor,
}) => {
  await shop.addWebhook(receiver.url());
  const customer = await shop.addCustomer("Žofie");
  const text = "Křupavé. <b>Not bold</b> 🥐 שלום";
  await reviewPage.land(visitor, await shop.ratingLink(customer), 5);
  await reviewPage.submit(visitor, text);

  const [hook] = await receiver.waitFor(ofType("review-updated"));
  const id = hook?.event.data.id ?? "";
  expect(hook?.event).toEqual({
    id: expect.stringMatching(/^evt_[0-9A-Z]+$/),
    type: "review-updated",
    version: 1,
    created_at: TIME,
    test: false,
    project: { id: shop.id, name: shop.name, slug: shop.slug },
    data: {
      object: "review",
      id: expect.stringMatching(/^rev_[0-9A-Z]+$/),
      revision: 2,
      score: 5,
      max_score: 5,
      label: "Excellent",
      body: text,
      status: "submitted",
      visibility: "visible",
      is_suspect: false,
      origin: "link",
      customer: {
        id: customer.id,
        external_id: null,
        first_name: "Žofie",
        last_name: "Doe",
        email: customer.email,
        phone: null,
        company: null,
      },
      reviewer: { name: "Žofie Doe", email: customer.email, is_anonymous: false },
      message_id: null,
      request_id: expect.stringMatching(/^req_/),
      tags: [],
      rated_at: TIME,
      submitted_at: TIME,
      created_at: TIME,
      updated_at: TIME,
      deleted_at: null,
      url: starwire().appUrl + paths.review(shop.slug, id),
    },
    changes: expect.arrayContaining(["body", "status", "submitted_at"]),
    previous: { body: null, status: "rated", submitted_at: null },
    reason: null,
  });
});
