import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";

test("what an admin sets up is what customers see", async ({ shop, page, signedInAs, visitor }) => {
  await signedInAs("admin");
  await page.goto(paths.settingsReviewPage(shop.slug));
  await page.getByLabel("Question").fill("How were the rolls?");
  const preview = page.frameLocator('iframe[title="Preview of the form"]');
  await expect(preview.getByText("How were the rolls?")).toBeVisible();
  await page.getByLabel(/^Introduction/).fill("Tell us.");
  await page.getByLabel("Thank-you title").fill("Merci");
  await page.getByRole("button", { name: "Add a link" }).click();
  await page.getByLabel("Name of link 1").fill("Maps");
  await page.getByLabel("URL of link 1").fill("example.com");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(
    page.getByText("This isn't a full URL, for example https://example.com/reviews."),
  ).toBeVisible();
  await page.getByLabel("URL of link 1").fill("https://example.com/maps");
  await page.getByRole("radio", { name: /^Only on Submit/ }).click();
  await page.getByLabel("Rating links work").selectOption("for 14 days");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await visitor.goto(`${await shop.ratingLink()}/2`);
  await expect(visitor.getByRole("heading", { name: "How were the rolls?" })).toBeVisible();
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("heading", { name: "Merci" })).toBeVisible();
  await expect(visitor.getByRole("link", { name: "Maps" })).toHaveAttribute(
    "href",
    "https://example.com/maps",
  );
  const { expiresAt, createdAt } = await db.ratingLink.findFirstOrThrow({ where: { projectId: shop.id } });
  expect(Math.round(((expiresAt?.getTime() ?? 0) - createdAt.getTime()) / 86_400_000)).toBe(14);
});

test("the public links are the same for every score", async ({ shop, browser }) => {
  await db.reviewPage.update({
    where: { projectId: shop.id },
    data: { links: [{ label: "Maps", url: "https://example.com/maps" }] },
  });
  for (const score of [1, 2, 3, 4, 5]) {
    const page = await browser.newPage();
    await page.goto(`${await shop.ratingLink()}/${score}`);
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page.getByRole("link", { name: "Maps" })).toBeVisible();
    await page.close();
  }
});

test("managers and viewers can't open it", async ({ shop, page, signedInAs }) => {
  await signedInAs("manager");
  expect((await page.goto(paths.settingsReviewPage(shop.slug)))?.status()).toBe(403);
});

test("colour and every way of saving are kept, and the preview follows", async ({
  shop,
  page,
  signedInAs,
}) => {
  await signedInAs("owner");
  await page.goto(paths.settingsReviewPage(shop.slug));
  const preview = page.frameLocator('iframe[title="Preview of the form"]');
  await page.getByLabel("Color", { exact: true }).fill("#7c3aed");
  await expect(preview.getByRole("button", { name: "Submit", includeHidden: true })).toHaveCSS(
    "background-color",
    "rgb(124, 58, 237)",
  );
  for (const [label, saved, shown] of [
    ["Save every click", "every_click", "Your rating, 4 of 5 stars, is saved"],
    ["Always confirm", "always_confirm", "One tap saves your rating, 4 of 5 stars."],
    ["Automatic", "automatic", "Your rating, 4 of 5 stars, is saved"],
  ] as const) {
    await page.getByRole("radio", { name: new RegExp(`^${label}`) }).click();
    await expect(preview.getByText(shown)).toBeVisible();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect
      .poll(() => db.reviewPage.findUnique({ where: { projectId: shop.id } }))
      .toMatchObject({ color: "#7c3aed", ratingSave: saved });
  }
});
