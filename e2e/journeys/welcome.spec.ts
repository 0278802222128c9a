import { createWelcomeLink } from "@/lib/auth/accounts";
import { paths } from "@/lib/paths";
import { expect, test } from "@/e2e/support/test";

test("a welcome link signs in once; what only fetches it leaves it unused", async ({
  page,
  visitor,
  request,
  shop,
}) => {
  const link = paths.welcome(await createWelcomeLink(shop.owner.userId));
  for (const preview of [await request.get(link), await request.head(link), await request.get(link)])
    expect(preview.status()).toBe(200);
  expect((await request.get(link)).headers()).toMatchObject({
    "referrer-policy": "same-origin",
    "cache-control": expect.stringContaining("no-store"),
  });

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await visitor.goto(paths.overview(shop.slug));
  await expect(visitor).toHaveURL(/\/sign-in/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a welcome link signs in by its button", async ({ page, shop }) => {
    await page.goto(paths.welcome(await createWelcomeLink(shop.owner.userId)));
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  });
});
