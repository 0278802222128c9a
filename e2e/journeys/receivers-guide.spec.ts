import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { paths } from "@/lib/paths";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { payloadFields } from "@/lib/webhooks/guide/payload-fields";
import { RECEIVERS } from "@/lib/webhooks/guide/receivers";
import { reviewPayload } from "@/lib/webhooks/review-payload";
import { sampleEnvelope } from "@/lib/webhooks/sample-envelope";

test("whoever made a webhook finds the receiver's guide beside it and beneath its secret", async ({
  page,
  shop,
  signedInAs,
  receiver,
}) => {
  await signedInAs("owner");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.create(receiver.url());
  const links = webhooks.section.getByRole("link", { name: "the receiver's guide" });
  await expect(links).toHaveCount(2);
  await links.last().click();
  await expect(page).toHaveURL(new RegExp(`${paths.guide("verify")}$`));
  await expect(page.getByRole("heading", { name: "Verify the signature" })).toBeInViewport();
});

test("a developer who is signed in nowhere reads what comes, and copies a receiver", async ({ visitor }) => {
  await visitor.goto(paths.guide());
  for (const { language, code } of RECEIVERS) {
    await visitor.getByRole("tab", { name: language }).click();
    await expect(visitor.getByRole("region", { name: `Receiver in ${language}` })).toHaveText(code);
  }
  await expect(visitor.getByRole("table", { name: "Attempts" }).getByRole("row").nth(1)).toContainText(
    "at once",
  );
  const payload = visitor.getByRole("region", { name: "Payload reference" });
  for (const { name, description } of payloadFields(reviewPayload)) {
    const row = payload.locator("dl > div").filter({ has: visitor.getByText(name, { exact: true }) });
    await expect(row.filter({ hasText: description }).first()).toBeVisible();
  }
  for (const type of EVENT_TYPES) {
    await visitor.locator("summary").filter({ hasText: type }).click();
    const shown = await visitor.getByRole("region", { name: `Sample of ${type}` }).textContent();
    expect(JSON.parse(shown ?? "")).toEqual(sampleEnvelope(type));
    const schema = visitor.getByRole("link", { name: `JSON Schema of ${type}` });
    const served = await visitor.request.get((await schema.getAttribute("href")) ?? "");
    expect((await served.json()).title).toBe(type);
  }
});
