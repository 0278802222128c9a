import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@/e2e/support/test";
import { signIn } from "@/e2e/support/sign-in";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";

test("the installation's first admin sees the queues; nobody else does", async ({
  page,
  context,
  signedInAs,
}) => {
  const first = await db.user.findFirstOrThrow({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  await signIn(context, first.id);
  await page.goto(paths.home());
  await page.getByRole("button", { name: `Account: ${first.name}` }).click();
  await page.getByRole("menuitem", { name: "Operator" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Operator" })).toBeVisible();
  await expect(page.getByText("Oldest due delivery")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Failed runs" })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }

  const owner = await signedInAs("owner");
  expect((await page.request.get(paths.operator())).status()).toBe(403);
  await page.goto(paths.overview(owner.projectSlug));
  await page.getByRole("button", { name: `Account: ${owner.userName}` }).click();
  await expect(page.getByRole("menuitem", { name: "Change password" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Operator" })).toHaveCount(0);
});

test("web and worker tell whether they can serve, and the worker its figures", async ({ request }) => {
  expect(await (await request.get("/healthz")).text()).toBe("ok");
  const ready = await request.get("/readyz");
  expect([ready.status(), await ready.text()]).toEqual([200, "ready"]);
});
