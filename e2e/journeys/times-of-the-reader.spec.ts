import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

test.use({ timezoneId: "Pacific/Kiritimati" });

test("a page that was loaded whole tells its times in the zone of whoever reads it", async ({
  page,
  shop,
  signedInAs,
}) => {
  await signedInAs("viewer");
  await shop.addCustomer("Ines");
  await page.goto(paths.customers(shop.slug));
  await expect(page.getByRole("row").filter({ hasText: "Ines" }).locator("time")).toHaveAttribute(
    "title",
    /GMT\+14$/,
  );
});
