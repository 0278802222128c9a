import { db } from "@/lib/db/client";
import { expect, test } from "@/e2e/support/test";
import { recordedEvents } from "./recorded-events";

const SAVED = "Your rating, 4 of 5 stars, is saved";

test("landing saves the rating, says so after load and leaves the focus alone", async ({ shop, visitor }) => {
  await visitor.goto(`${await shop.ratingLink()}/4`);
  await expect(visitor.getByRole("status")).toContainText(SAVED);
  await expect(visitor.getByRole("radio", { name: "4 stars, very good" })).toBeChecked();
  expect(await visitor.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
  expect(await recordedEvents(shop.id)).toMatchObject([
    { type: "review-created", revision: 1, score: 4, status: "rated", body: null },
  ]);
});

test("GET and HEAD of every score change nothing", async ({ shop, request }) => {
  const link = await shop.ratingLink();
  for (const path of ["", "/1", "/2", "/3", "/4", "/5"]) {
    expect((await request.get(link + path)).status()).toBe(200);
    const head = await request.head(link + path);
    expect([head.status(), await head.text()]).toEqual([200, ""]);
  }
  expect(await db.review.count({ where: { projectId: shop.id } })).toBe(0);
  expect(await db.ratingIntent.count({ where: { projectId: shop.id } })).toBe(0);
  expect(await recordedEvents(shop.id)).toEqual([]);
});

test("the page tells nobody about its link", async ({ shop, request }) => {
  const headers = (await request.get(`${await shop.ratingLink()}/4`)).headers();
  expect(headers).toMatchObject({
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
  });
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["content-security-policy"]).not.toContain("unsafe");
});

test("text, thank-you, edit, and the link opened again", async ({ shop, visitor }) => {
  const link = await shop.ratingLink(await shop.addCustomer("Jane"));
  await visitor.goto(`${link}/4`);
  await expect(visitor.getByRole("status")).toContainText(SAVED);
  await expect(visitor.getByText("You are reviewing as Jane.")).toBeVisible();
  await visitor.getByLabel("Tell us more (optional)").fill("Lovely bread");
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeFocused();
  await expect(visitor.getByText("Lovely bread")).toBeVisible();

  await visitor.getByRole("link", { name: "Edit my review" }).click();
  await expect(visitor.getByLabel("Tell us more (optional)")).toHaveValue("Lovely bread");
  await expect(visitor.getByRole("status")).toContainText(SAVED);
  await visitor.getByLabel("Tell us more (optional)").fill("Lovely bread, warm");
  await visitor.getByRole("radio", { name: "5 stars, excellent" }).check();
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByText("Your rating, 5 of 5 stars, is saved")).toBeVisible();

  await visitor.goto(link);
  await expect(visitor.getByRole("radio", { name: "5 stars, excellent" })).toBeChecked();
  await expect(visitor.getByLabel("Tell us more (optional)")).toHaveValue("Lovely bread, warm");
  expect(await recordedEvents(shop.id)).toMatchObject([
    { type: "review-created" },
    { type: "review-updated", changes: ["body", "status", "submitted_at"] },
    { type: "review-updated", changes: ["score", "label", "body"] },
  ]);
});

test("another score on landing asks, and one tap changes it", async ({ shop, visitor }) => {
  const link = await shop.ratingLink();
  await visitor.goto(`${link}/5`);
  await expect(visitor.getByRole("status")).toContainText("Your rating, 5 of 5 stars, is saved");
  await visitor.goto(`${link}/3`);
  await expect(visitor.getByText("You rated 5. Change it to 3?")).toBeVisible();
  await expect(visitor.getByRole("radio", { name: "5 stars, excellent" })).toBeChecked();
  expect(await recordedEvents(shop.id)).toHaveLength(1);

  await visitor.getByRole("button", { name: "Change to 3 stars" }).click();
  await expect(visitor.getByRole("status")).toContainText("Your rating, 3 of 5 stars, is saved");
  await expect(visitor.getByRole("radio", { name: "3 stars, good" })).toBeChecked();
  expect(await recordedEvents(shop.id)).toMatchObject([
    { score: 5 },
    { score: 3, changes: ["score", "label"] },
  ]);
});

test("five tabs with five scores make one review", async ({ shop, browser }) => {
  const link = await shop.ratingLink();
  const context = await browser.newContext();
  await Promise.all(
    [1, 2, 3, 4, 5].map(async (score) => {
      const page = await context.newPage();
      await page.goto(`${link}/${score}`);
      await expect(page.getByRole("status")).toContainText(/is saved|Change it to/);
    }),
  );
  expect(await recordedEvents(shop.id)).toMatchObject([{ type: "review-created", revision: 1 }]);
  await context.close();
});

test("back, forward and reload add nothing", async ({ shop, visitor }) => {
  await visitor.goto(`${await shop.ratingLink()}/4`);
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await visitor.getByRole("link", { name: "Edit my review" }).click();
  await expect(visitor.getByRole("status")).toContainText(SAVED);
  await visitor.goBack();
  await expect(visitor.getByText(SAVED)).toBeVisible();
  await visitor.goForward();
  await visitor.reload();
  await expect(visitor.getByRole("status")).toContainText(SAVED);
  expect(await recordedEvents(shop.id)).toHaveLength(2);
});

test("a page that isn't visible yet saves nothing until it is", async ({ shop, visitor }) => {
  await visitor.addInitScript(() => {
    let isHidden = true;
    Object.defineProperty(document, "visibilityState", { get: () => (isHidden ? "hidden" : "visible") });
    addEventListener("starwire-show", () => {
      isHidden = false;
      document.dispatchEvent(new Event("visibilitychange"));
    });
  });
  await visitor.goto(`${await shop.ratingLink()}/4`, { waitUntil: "networkidle" });
  expect(await recordedEvents(shop.id)).toEqual([]);
  await visitor.evaluate(() => dispatchEvent(new Event("starwire-show")));
  await expect(visitor.getByRole("status")).toContainText(SAVED);
});

test("only on Submit: landing saves nothing, Submit makes both changes", async ({ shop, visitor }) => {
  await db.reviewPage.update({ where: { projectId: shop.id }, data: { ratingSave: "on_submit" } });
  await visitor.goto(`${await shop.ratingLink()}/4`, { waitUntil: "networkidle" });
  await expect(visitor.getByRole("radio", { name: "4 stars, very good" })).toBeChecked();
  expect(await recordedEvents(shop.id)).toEqual([]);
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await recordedEvents(shop.id)).toMatchObject([
    { type: "review-created", status: "rated" },
    { type: "review-updated", status: "submitted" },
  ]);
});

test("always confirm: one button saves", async ({ shop, visitor }) => {
  await db.reviewPage.update({ where: { projectId: shop.id }, data: { ratingSave: "always_confirm" } });
  await visitor.goto(`${await shop.ratingLink()}/4`);
  await visitor.getByRole("button", { name: "Save my rating" }).click();
  await expect(visitor.getByRole("status")).toContainText(SAVED);
  expect(await recordedEvents(shop.id)).toMatchObject([{ type: "review-created", score: 4 }]);
});

test("without a pointer: choose stars, write, submit", async ({ shop, visitor }) => {
  await visitor.goto(await shop.ratingLink());
  await visitor.keyboard.press("Tab");
  await visitor.keyboard.press("Space");
  await visitor.keyboard.press("ArrowRight");
  await expect(visitor.getByRole("radio", { name: "2 stars, fair" })).toBeChecked();
  await visitor.keyboard.press("Tab");
  await visitor.keyboard.type("By keyboard");
  await visitor.keyboard.press("Tab");
  await visitor.keyboard.press("Enter");
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeFocused();
  expect(await recordedEvents(shop.id)).toMatchObject([{ score: 2 }, { body: "By keyboard" }]);
});
