import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { recordedEvents } from "./recorded-events";

const TEXT = "Tell us more (optional)";

test.beforeEach(({ shop, visitor }) => visitor.context().setExtraHTTPHeaders({ "x-forwarded-for": shop.id }));

test("a visitor without a link rates, says who they are, and edits", async ({ shop, visitor }) => {
  await visitor.goto(`/p/${shop.slug}`);
  await expect(visitor.getByText("Corner Bakery")).toBeVisible();
  await visitor.getByRole("radio", { name: "4 stars, very good" }).check();
  await visitor.getByLabel(TEXT).fill("Passing by");
  await visitor.getByLabel(/^Your name/).fill("مريم 🥐");
  await visitor.getByLabel(/^Your e-mail address/).fill("Mariam@Example.com");
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeFocused();
  expect(await db.review.findFirst({ where: { projectId: shop.id } })).toMatchObject({
    origin: "public",
    requestId: null,
    customerId: null,
    reviewerName: "مريم 🥐",
    reviewerEmail: "mariam@example.com",
    status: "submitted",
  });
  expect(await recordedEvents(shop.id)).toMatchObject([
    { type: "review-created", revision: 1, status: "rated", body: null },
    { type: "review-updated", revision: 2, status: "submitted", body: "Passing by" },
  ]);

  await visitor.getByRole("button", { name: "Edit my review" }).click();
  await expect(visitor.getByLabel(TEXT)).toHaveValue("Passing by");
  await visitor.getByLabel(TEXT).fill("Passing by again");
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByText("Passing by again")).toBeVisible();
  expect((await recordedEvents(shop.id)).at(2)).toMatchObject({
    changes: ["body"],
    body: "Passing by again",
  });
  expect(await db.review.count({ where: { projectId: shop.id } })).toBe(1);
});

test("landing with a score in the address saves nothing", async ({ shop, request }) => {
  expect((await request.get(`/p/${shop.slug}?score=5`)).status()).toBe(200);
  expect(await recordedEvents(shop.id)).toEqual([]);
});

test("the eleventh submit within ten minutes is refused in words whatever address its sender makes up, and its text is kept", async ({
  shop,
  visitor,
  request,
}) => {
  const path = `/p/${shop.slug}`;
  for (let count = 1; count <= 10; count += 1) {
    const nonce = /data-nonce="([^"]+)"/.exec(await (await request.get(path)).text())?.[1] ?? "";
    // One trusted proxy, as in this run's settings, has seen the second address; the first one is made up.
    const headers = { accept: "application/json", "x-forwarded-for": `198.51.100.${count}, ${shop.id}` };
    const answer = await request.post(path, { form: { action: "submit", score: "5", nonce }, headers });
    expect(answer.status()).toBe(200);
  }
  await visitor.goto(path);
  await visitor.getByRole("radio", { name: "1 star, poor" }).check();
  await visitor.getByLabel(TEXT).fill("Number 11");
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("alert")).toContainText("Too many tries");
  await expect(visitor.getByLabel(TEXT)).toHaveValue("Number 11");
  expect(await db.review.count({ where: { projectId: shop.id } })).toBe(10);
});

test("who fills what people can't see is asked for one more tap", async ({ shop, visitor }) => {
  await visitor.goto(`/p/${shop.slug}`);
  await visitor.getByRole("radio", { name: "5 stars, excellent" }).check();
  await visitor.getByLabel(TEXT).fill("Filled by a machine");
  await visitor.locator("[name=website]").evaluate((decoy: HTMLInputElement) => {
    decoy.value = "https://spam.example";
  });
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("heading", { name: "One more tap" })).toBeVisible();
  expect(await recordedEvents(shop.id)).toEqual([]);
  await visitor.getByRole("button", { name: "Save my rating" }).click();
  await expect(visitor.getByText("Filled by a machine")).toBeVisible();
  expect(await recordedEvents(shop.id)).toHaveLength(2);
});

test("Not you? leads here", async ({ shop, visitor }) => {
  await visitor.goto(await shop.ratingLink());
  await visitor.getByRole("link", { name: "Not you?" }).click();
  await expect(visitor).toHaveURL(new RegExp(`/p/${shop.slug}$`));
  await expect(visitor.getByLabel(/^Your name/)).toHaveValue("");
});

test("another visitor's review can't be opened or edited", async ({ shop, request }) => {
  const page = await (await request.get(`/p/${shop.slug}`)).text();
  const nonce = /data-nonce="([^"]+)"/.exec(page)?.[1] ?? "";
  for (const review of ["", "rev_1", `rev_1~${nonce}`]) {
    const answer = await request.post(`/p/${shop.slug}`, {
      form: { action: "edit", nonce, review },
      headers: { accept: "application/json" },
    });
    expect(answer.status()).toBe(404);
    expect(await answer.json()).toMatchObject({
      state: "problem",
      sentence: "This review can't be edited here any more.",
    });
  }
});
