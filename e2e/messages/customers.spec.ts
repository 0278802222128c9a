import { readFile } from "node:fs/promises";
import { messagesPage } from "@/e2e/support/messages-page";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";

test("unsubscribed from e-mails, a customer gets none until they are subscribed again", async ({
  page,
  shop,
  signedInAs,
}) => {
  await signedInAs("manager");
  const customer = await shop.addCustomer("Ines");
  await shop.ask({ customer, sendAt: new Date(Date.now() + 86_400_000).toISOString() });
  const messages = messagesPage(page, shop.slug);
  const choose = async (entry: string) => {
    await page.getByRole("button", { name: "Actions for Ines Doe" }).click();
    await page.getByRole("menuitem", { name: entry }).click();
    await expect(page.getByRole("menu")).toHaveCount(0);
  };
  await page.goto(paths.customer(shop.slug, customer.id));
  await choose("Unsubscribe from e-mails");
  await expect(page.getByRole("main")).toContainText("Unsubscribed from e-mails");
  await expect(page.getByRole("list", { name: "Messages of this request" })).toContainText("Canceled");

  await messages.startAsking();
  await messages.dialog.getByRole("button", { name: "Send", exact: true }).click();
  await expect(messages.dialog.getByRole("alert")).toHaveText("This customer has unsubscribed from e-mails.");
  await page.keyboard.press("Escape");
  await page.goto(`${paths.customers(shop.slug)}?filter=unsubscribed`);
  await expect(page.getByRole("table").getByRole("link")).toHaveText(["Ines Doe"]);

  await page.getByRole("link", { name: "Ines Doe" }).click();
  await choose("Subscribe to e-mails again");
  await expect(page.getByRole("main")).toContainText("May be asked");
  await messages.startAsking();
  await messages.send();
  await expect(messages.outcome).toContainText("Sent to the Outbox.");
});

test("everything about one person comes as a file, and erasing them leaves nothing", async ({
  page,
  shop,
  signedInAs,
  visitor,
}) => {
  await signedInAs("admin");
  const customer = await shop.addCustomer("Ines");
  await shop.addCustomer("Somebody else");
  const { messages, requestId } = await shop.ask({ customer, reminders: 1 });
  await expect.poll(() => db.message.count({ where: { projectId: shop.id, status: "sent" } })).toBe(1);
  await reviewPage.land(visitor, await shop.linkIn(messages[0]?.id ?? ""), 4);
  await reviewPage.submit(visitor, "Good rolls.");
  await page.goto(paths.customer(shop.slug, customer.id));
  const menu = page.getByRole("button", { name: "Actions for Ines Doe" });

  await menu.click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export everything" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`customer-${customer.id}.json`);
  const text = await readFile(await file.path(), "utf8");
  const exported = JSON.parse(text);
  expect(exported).toMatchObject({
    customer: { id: customer.id, firstName: "Ines", email: customer.email },
    requests: [{ id: requestId }],
    messages: [{ to: customer.email, content: { text: expect.stringContaining("/r/") } }, { sequence: 2 }],
    reviews: [{ score: 4, body: "Good rolls." }],
  });
  expect(exported.events.length).toBe(await db.event.count({ where: { projectId: shop.id } }));
  expect(text).not.toContain("Somebody else");

  await menu.click();
  await page.getByRole("menuitem", { name: "Erase" }).click();
  const question = page.getByRole("alertdialog", { name: "Erase Ines Doe?" });
  await expect(question).toContainText("1 review and 2 messages are removed");
  await question.getByRole("button", { name: "Erase customer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
  expect(await db.message.count({ where: { projectId: shop.id } })).toBe(0);
  expect(await db.review.count({ where: { projectId: shop.id } })).toBe(0);
});

test("the export answers by its lock", async ({ page, request, shop, signedInAs }) => {
  const customer = await shop.addCustomer("Ines");
  const path = paths.customerExport(shop.slug, customer.id);
  expect((await request.get(path, { maxRedirects: 0 })).status()).toBe(307);
  await signedInAs("viewer");
  expect((await page.request.get(path)).status()).toBe(403);
  await signedInAs("manager");
  expect((await page.request.get(paths.customerExport(shop.slug, "cus_unknown"))).status()).toBe(404);
  expect((await page.request.get(path)).headers()["content-disposition"]).toContain("attachment");
});
