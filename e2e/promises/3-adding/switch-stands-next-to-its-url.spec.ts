import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

for (const width of [1280, 375]) {
  test(`each URL has its own switch beside it, ${width} px wide`, async ({
    page,
    shop,
    receiver,
    signedInAs,
  }) => {
    const urls = [receiver.url("/first"), receiver.url("/second")];
    for (const url of urls) await shop.addWebhook(url);
    await page.setViewportSize({ width, height: 800 });
    await signedInAs("admin");
    const webhooks = webhooksPage(page, shop.slug);
    await webhooks.open();
    for (const url of urls) {
      const switchBox = await webhooks.switch(url).boundingBox();
      const urlBox = await webhooks.row(url).getByTitle(url).boundingBox();
      if (!switchBox || !urlBox) throw new Error("The row shows no switch or no URL.");
      const gap = urlBox.x - (switchBox.x + switchBox.width);
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(gap).toBeLessThan(24);
      expect(urlBox.y).toBeLessThan(switchBox.y + switchBox.height);
      expect(switchBox.y).toBeLessThan(urlBox.y + urlBox.height);
    }
    await webhooks.turn(receiver.url("/second"), false);
    await expect(webhooks.switch(receiver.url("/first"))).toBeChecked();
  });
}
