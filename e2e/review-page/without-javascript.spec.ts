import { starwire } from "@/e2e/support/started-starwire";
import { expect, test as base } from "@/e2e/support/test";
import { recordedEvents } from "./recorded-events";

const test = base.extend({
  visitor: async ({ browser }, use) => {
    const context = await browser.newContext({ baseURL: starwire().appUrl, javaScriptEnabled: false });
    await use(await context.newPage());
    await context.close();
  },
});

test("a button saves the rating, then the form works as it does with JavaScript", async ({
  shop,
  visitor,
}) => {
  const link = await shop.ratingLink();
  await visitor.goto(`${link}/4`);
  expect(await recordedEvents(shop.id)).toEqual([]);
  await visitor.getByRole("button", { name: "Save my rating" }).click();
  await expect(visitor.getByText("Your rating, 4 of 5 stars, is saved")).toBeVisible();
  expect(await recordedEvents(shop.id)).toMatchObject([
    { type: "review-created", score: 4, status: "rated" },
  ]);

  await visitor.getByLabel("Tell us more (optional)").fill("Plain HTML");
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await visitor.getByRole("link", { name: "Edit my review" }).click();
  await expect(visitor.getByLabel("Tell us more (optional)")).toHaveValue("Plain HTML");
  expect(await recordedEvents(shop.id)).toHaveLength(2);
});

test("Submit alone makes both changes, and sending it again none", async ({ shop, visitor }) => {
  await visitor.goto(`${await shop.ratingLink()}/2`);
  await visitor.getByLabel("Tell us more (optional)").fill("Cold soup");
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await expect(visitor.getByText("Cold soup")).toBeVisible();
  expect(await recordedEvents(shop.id)).toMatchObject([
    { type: "review-created", status: "rated", body: null },
    { type: "review-updated", status: "submitted", body: "Cold soup" },
  ]);
});

test("another score asks, and its button changes it", async ({ shop, visitor }) => {
  const link = await shop.ratingLink();
  await visitor.goto(`${link}/5`);
  await visitor.getByRole("button", { name: "Save my rating" }).click();
  await visitor.goto(`${link}/1`);
  await visitor.getByRole("button", { name: "Change to 1 star" }).click();
  await expect(visitor.getByText("Your rating, 1 of 5 stars, is saved")).toBeVisible();
  expect(await recordedEvents(shop.id)).toMatchObject([{ score: 5 }, { score: 1 }]);
});

test("what can't be sent comes back with a sentence, and nothing typed is lost", async ({
  shop,
  visitor,
}) => {
  await visitor.goto(`/p/${shop.slug}`);
  await visitor.getByRole("radio", { name: "3 stars, good" }).check();
  await visitor.getByLabel("Tell us more (optional)").fill("Still here");
  await visitor.getByLabel(/Your e-mail address/).fill("jane@localhost");
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("alert")).toHaveText(
    "This isn't an e-mail address, for example jane@example.com.",
  );
  await expect(visitor.getByLabel("Tell us more (optional)")).toHaveValue("Still here");
  await expect(visitor.getByRole("radio", { name: "3 stars, good" })).toBeChecked();
  expect(await recordedEvents(shop.id)).toEqual([]);
});
