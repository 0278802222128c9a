import type { Role } from "@/lib/db/generated/enums";
import { paths } from "@/lib/paths";
import { expect, test } from "@/e2e/support/test";
import { openShop } from "@/e2e/support/shop";
import { signIn } from "@/e2e/support/sign-in";
import { db } from "@/lib/db/client";

const pages = {
  Overview: paths.overview,
  Reviews: paths.reviews,
  Messages: paths.messages,
  Outbox: paths.outbox,
  Customers: paths.customers,
  General: paths.settings,
  "Review page": paths.settingsReviewPage,
  Members: paths.settingsMembers,
  API: paths.settingsApi,
};

const adminsOnly = ["General", "Review page", "Members", "API", "Audit log"];

/** It shows the rating links of customers, which those may see who hand them out. */
const notForViewers = ["Outbox"];

for (const role of ["owner", "admin", "manager", "viewer"] satisfies Role[]) {
  test(`${role}: every page answers as the table of roles says`, async ({ page, shop, signedInAs }) => {
    await signedInAs(role);
    const isAdmin = role === "owner" || role === "admin";
    for (const [name, path] of Object.entries(pages)) {
      const isRefused =
        (adminsOnly.includes(name) && !isAdmin) || (notForViewers.includes(name) && role === "viewer");
      const status = isRefused ? 403 : 200;
      expect([name, (await page.request.get(path(shop.slug))).status()]).toEqual([name, status]);
    }
    await page.goto(paths.overview(shop.slug));
    const nav = page.getByRole("navigation", { name: "Main" });
    await expect(nav.getByRole("link", { name: "Settings" })).toHaveCount(isAdmin ? 1 : 0);
    if (isAdmin) return;
    await page.goto(paths.settingsApi(shop.slug));
    await expect(page.getByRole("heading", { name: "Your role doesn't allow this" })).toBeVisible();
  });
}

test("a foreign project answers like an unknown one, and the signed-out go to sign-in", async ({
  page,
  request,
  signedInAs,
}) => {
  await signedInAs("owner");
  const foreign = await openShop("Somebody else's");
  for (const path of Object.values(pages)) {
    const answers = await Promise.all(
      [foreign.slug, "no-such-project"].map((slug) => page.request.get(path(slug))),
    );
    expect(answers.map((answer) => answer.status())).toEqual([404, 404]);
    const signedOut = await request.get(path(foreign.slug), { maxRedirects: 0 });
    expect(signedOut.status()).toBe(307);
    expect(signedOut.headers()["location"]).toMatch(/^\/sign-in\?next=/);
  }
  await page.goto(paths.overview(foreign.slug));
  await expect(page.getByRole("heading", { name: "Not found" })).toBeVisible();
  await expect(page.getByText("Somebody else's")).toHaveCount(0);
});

test("an action answers by its lock, whoever sends its request", async ({
  page,
  browser,
  baseURL,
  shop,
  signedInAs,
}) => {
  const viewer = await shop.addMember("viewer");
  const foreign = await openShop("Somebody else's");
  await signedInAs("owner");
  await page.goto(paths.settings(shop.slug));
  await page.getByLabel("Name").fill("Renamed by its owner");
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await page.getByRole("button", { name: "Save" }).click();
  const request = await sent;
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  async function sendAs(userId: string | null, slug: string): Promise<string> {
    const context = await browser.newContext({ baseURL: baseURL ?? "" });
    if (userId) await signIn(context, userId);
    const body = (request.postData() ?? "")
      .replace(`"${shop.slug}"`, `"${slug}"`)
      .replace("owner", "attacker");
    const answer = await context.request.post(paths.settings(shop.slug), {
      data: body,
      headers: {
        "next-action": request.headers()["next-action"] ?? "",
        "content-type": "text/plain;charset=UTF-8",
        accept: "text/x-component",
      },
    });
    const text = await answer.text();
    await context.close();
    return /"code":"([a-z_]+)"/.exec(text)?.[1] ?? "no code";
  }
  expect(await sendAs(viewer.userId, shop.slug)).toBe("forbidden");
  expect(await sendAs(shop.owner.userId, foreign.slug)).toBe("not_found");
  expect(await sendAs(shop.owner.userId, "no-such-project")).toBe("not_found");
  expect(await sendAs(null, shop.slug)).toBe("signed_out");
  const names = await db.project.findMany({
    where: { id: { in: [shop.id, foreign.id] } },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  expect(names.map(({ name }) => name)).toEqual(["Renamed by its owner", "Somebody else's"]);
});
