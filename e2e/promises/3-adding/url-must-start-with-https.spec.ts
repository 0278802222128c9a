import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { db } from "@/lib/db/client";

const MUST_BE_HTTPS = "The URL must start with https://.";
const NOT_FULL = "This isn't a full URL, for example https://example.com/webhooks.";

const REFUSED: [typed: string, sentence: string | RegExp][] = [
  ["", "Enter the URL where you want to receive events."],
  ["http://example.com/hooks", MUST_BE_HTTPS],
  ["example.com/hooks", MUST_BE_HTTPS],
  ["ftp://example.com/hooks", MUST_BE_HTTPS],
  ["https://", NOT_FULL],
  ["https:///hooks", NOT_FULL],
  ["https://user:secret@example.com/", /user name and password/],
  ["https://example.com/#part", /#/],
  ["https://10.0.0.5/hooks", "This address is private and can't be reached from here: 10.0.0.5."],
];

test("an address that isn't https is turned down with the reason, and nothing is made", async ({
  page,
  shop,
  signedInAs,
}) => {
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await page.getByRole("button", { name: "Create Webhook" }).click();
  const field = webhooks.dialog.getByLabel("Webhook URL");
  for (const [typed, sentence] of REFUSED) {
    await field.fill(typed);
    await webhooks.dialog.getByRole("button", { name: "Create", exact: true }).click();
    await expect(field).toHaveAccessibleDescription(sentence);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveValue(typed);
  }
  expect(await db.webhook.count({ where: { projectId: shop.id } })).toBe(0);
});
