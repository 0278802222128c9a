import { expect, test } from "@/e2e/support/test";
import { recordedEvents } from "./recorded-events";

const TEXT = "Tell us more (optional)";

test("what is written while the network is gone is sent when it is back, once", async ({ shop, visitor }) => {
  await visitor.goto(`${await shop.ratingLink()}/4`);
  await expect(visitor.getByRole("status")).toContainText("is saved");
  await visitor.context().setOffline(true);
  await visitor.getByLabel(TEXT).fill("In the tunnel");
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("alert")).toContainText("What you wrote is kept here, and we keep trying");
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByLabel(TEXT)).toHaveValue("In the tunnel");
  await visitor.context().setOffline(false);
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await recordedEvents(shop.id)).toMatchObject([
    { type: "review-created" },
    { type: "review-updated", body: "In the tunnel" },
  ]);
});

test("a landing while the network is gone is saved when it is back", async ({ shop, visitor }) => {
  await visitor.route("**/r/**", (route) =>
    route.request().method() === "POST" ? route.abort("internetdisconnected") : route.continue(),
  );
  await visitor.goto(`${await shop.ratingLink()}/4`);
  await expect(visitor.getByRole("alert")).toContainText("We can't reach the server");
  expect(await recordedEvents(shop.id)).toEqual([]);
  await visitor.unroute("**/r/**");
  await expect(visitor.getByRole("status")).toContainText("Your rating, 4 of 5 stars, is saved");
  await expect(visitor.getByRole("alert")).toBeHidden();
});

test("when the answer is lost, the form is sent again and what was written since is kept", async ({
  shop,
  visitor,
}) => {
  await visitor.goto(`${await shop.ratingLink()}/4`);
  await expect(visitor.getByRole("status")).toContainText("is saved");
  let isFirst = true;
  await visitor.route("**/r/**", async (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    await route.fetch();
    await visitor.getByLabel(TEXT).fill("First, and a second thought");
    return route.abort("connectionreset");
  });
  await visitor.getByLabel(TEXT).fill("First");
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await expect(visitor.getByText("First, and a second thought")).toBeVisible();
  expect(await recordedEvents(shop.id)).toMatchObject([
    { type: "review-created" },
    { type: "review-updated", body: "First" },
    { type: "review-updated", body: "First, and a second thought", changes: ["body"] },
  ]);
});

test("on the public page too, a lost answer makes no second review", async ({ shop, visitor }) => {
  await visitor.context().setExtraHTTPHeaders({ "x-forwarded-for": shop.id });
  await visitor.goto(`/p/${shop.slug}`);
  let isFirst = true;
  await visitor.route("**/p/**", async (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    await route.fetch();
    await visitor.getByLabel(TEXT).fill("Lovely bread");
    return route.abort("connectionreset");
  });
  await visitor.getByRole("radio", { name: "5 stars, excellent" }).check();
  await visitor.getByLabel(TEXT).fill("Lovely");
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByText("Lovely bread")).toBeVisible();
  expect(await recordedEvents(shop.id)).toMatchObject([
    { type: "review-created", revision: 1 },
    { type: "review-updated", revision: 2, body: "Lovely" },
    { type: "review-updated", revision: 3, body: "Lovely bread" },
  ]);
});

test("a reload keeps what was written", async ({ shop, visitor }) => {
  await visitor.goto(await shop.ratingLink());
  await visitor.getByRole("radio", { name: "2 stars, fair" }).check();
  await visitor.getByLabel(TEXT).fill("Half a sentence");
  await visitor.reload();
  await expect(visitor.getByLabel(TEXT)).toHaveValue("Half a sentence");
  await expect(visitor.getByRole("radio", { name: "2 stars, fair" })).toBeChecked();
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await visitor.goBack();
  await visitor.goForward();
  expect(await recordedEvents(shop.id)).toMatchObject([{ score: 2 }, { body: "Half a sentence" }]);
});
