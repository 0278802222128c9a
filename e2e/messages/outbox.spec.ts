import { outboxPage } from "@/e2e/support/outbox-page";
import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { paths } from "@/lib/paths";

test("the Outbox plays the provider: open, bounce, complain, STOP", async ({ page, shop, signedInAs }) => {
  await signedInAs("admin");
  const email = await shop.ask({ customer: await shop.addCustomer("Ines") });
  const sms = await shop.ask({ channel: "sms" });
  const outbox = outboxPage(page, shop.slug);

  await outbox.openMessage(email.messages[0]?.id ?? "");
  await outbox.report("Open");
  await expect(outbox.list).toContainText("Opened");
  await outbox.report("Bounce");
  await expect(outbox.list).toContainText("Failed");
  await outbox.report("Complain");
  await expect(outbox.list).toContainText("Marked as spam");
  await expect(page.getByRole("button", { name: "Reply STOP", exact: true })).toHaveCount(0);

  await outbox.openMessage(sms.messages[0]?.id ?? "");
  await expect(outbox.list).toContainText(/\d segments?/);
  await expect(page.getByRole("button", { name: "Complain", exact: true })).toHaveCount(0);
  await outbox.report("Reply STOP");
  await page.goto(paths.customer(shop.slug, sms.customerId));
  await expect(page.getByRole("main")).toContainText("Unsubscribed from SMS");
});

test("an e-mail shows as HTML that can't act, as text, and as source", async ({ page, shop, signedInAs }) => {
  await signedInAs("manager");
  const customer = await shop.addCustomer("<script>alert(1)</script>");
  const { messages } = await shop.ask({ customer });
  const outbox = outboxPage(page, shop.slug);
  await outbox.openMessage(messages[0]?.id ?? "");
  await expect(outbox.email.locator("body")).toContainText("<script>alert(1)</script>");
  await expect(page.getByRole("button", { name: "Deliver", exact: true })).toHaveCount(0);

  await page.getByRole("tab", { name: "Text" }).click();
  await expect(page.getByRole("tabpanel", { name: "Text" }).getByRole("link").first()).toHaveAttribute(
    "href",
    /\/r\/.*\/[15]$/,
  );
  await page.getByRole("tab", { name: "Source" }).click();
  const source = page.getByRole("tabpanel", { name: "Source" });
  await expect(source).toContainText(`To: ${customer.email}`);
  await expect(source).toContainText("List-Unsubscribe");
});

test("mails of Starwire itself stand in the Outbox of owners and admins, and of nobody else", async ({
  page,
  shop,
  signedInAs,
}) => {
  const id = newId("mail");
  const mail = { kind: "webhook-notice", to: "ada@example.com", text: "It fails.", html: "It fails." };
  await db.systemMail.create({
    data: { id, projectId: shop.id, dedupeKey: id, subject: "Your webhook is failing", ...mail },
  });
  await shop.ask();
  const outbox = outboxPage(page, shop.slug);
  await signedInAs("manager");
  await page.goto(paths.outbox(shop.slug));
  await expect(outbox.list).toContainText("Jane");
  await expect(outbox.list).not.toContainText("Your webhook is failing");
  await signedInAs("admin");
  await page.goto(paths.outbox(shop.slug));
  await expect(outbox.list.getByRole("listitem").filter({ hasText: "System" })).toContainText(
    "Your webhook is failing",
  );
});
