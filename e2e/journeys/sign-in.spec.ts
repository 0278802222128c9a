import { createUser } from "@/lib/auth/accounts";
import { newId } from "@/lib/ids";
import { paths } from "@/lib/paths";
import { expect, test } from "@/e2e/support/test";

const password = "a long enough password";

const newAccount = async () =>
  createUser({ email: `${newId("usr").toLowerCase()}@example.com`, name: "Ada", password });

test("somebody signs in by keyboard alone and lands on the page they wanted, at its section", async ({
  page,
}) => {
  const { email } = await newAccount();
  await page.goto(`${paths.account()}?from=mail#password`);
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount#password$/);
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await expect(page).toHaveURL(/\/account#password$/);
});

test("a wrong password and an unknown address are refused in the same words", async ({ page }) => {
  const { email } = await newAccount();
  const refusals: string[] = [];
  for (const typed of [email, `nobody-${email}`]) {
    await page.goto(paths.signIn());
    await page.getByLabel("E-mail").fill(typed);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "match" })).toBeVisible();
    await expect(page.getByLabel("E-mail")).toHaveValue(typed);
    refusals.push(await page.getByRole("main").innerText());
  }
  expect(refusals[0]).toContain("That e-mail and password don't match.");
  expect(refusals[1]).toBe(refusals[0]);
});

test("a next that leads elsewhere leads home", async ({ page }) => {
  const { email } = await newAccount();
  for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example"]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(new RegExp(`${paths.newProject()}$`));
  }
});

test("sign-in stays on the host that the browser used", async ({ page, baseURL }) => {
  const { email } = await newAccount();
  const other = new URL(paths.account(), baseURL);
  other.hostname = "127.0.0.1";
  await page.goto(other.href);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  expect(page.url()).toBe(other.href);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form signs in, and says why when it doesn't", async ({ page }) => {
    const { email } = await newAccount();
    await page.goto(paths.account());
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert")).toHaveText("That e-mail and password don't match.");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  });
});

test("signing out ends it: the page before is closed", async ({ page, shop, signedInAs }) => {
  await signedInAs("viewer");
  await page.goto(paths.reviews(shop.slug));
  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goto(paths.reviews(shop.slug));
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("a changed password keeps this browser signed in and ends every other one", async ({
  page,
  visitor,
}) => {
  const { email } = await newAccount();
  for (const browser of [page, visitor]) {
    await browser.goto(paths.signIn(paths.account()));
    await browser.getByLabel("E-mail").fill(email);
    await browser.getByLabel("Password").fill(password);
    await browser.getByRole("button", { name: "Sign in" }).click();
    await expect(browser.getByRole("heading", { name: "Your account" })).toBeVisible();
  }
  await page.getByLabel("Current password").fill("not the password");
  await page.getByLabel("New password").fill("quite another password");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByLabel("Current password")).toHaveAccessibleDescription(
    "That isn't your current password.",
  );
  await page.getByLabel("Current password").fill(password);
  await page.getByLabel("New password").fill("quite another password");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole("heading", { name: "Sign in" })).toBeVisible();
});
