import { expectAccessible, WIDE } from "@/e2e/support/axe";
import { signIn } from "@/e2e/support/sign-in";
import { expect } from "@/e2e/support/test";
import { paths } from "@/lib/paths";
import { test } from "@/e2e/support/shops";
import { STATES } from "./states";

test("every path of the product has a row", () => {
  expect(Object.keys(STATES).toSorted()).toEqual(Object.keys(paths).toSorted());
});

for (const [name, states] of Object.entries(STATES)) {
  if (typeof states === "string") continue;
  test(`${name}: ${Object.keys(states).join(", ")}`, async ({ page, visitor, context, shops }) => {
    test.slow();
    await signIn(context, shops.full.shop.owner.userId);
    for (const [state, open] of Object.entries(states)) {
      await page.setViewportSize(WIDE);
      const opened = await open({ page, visitor, ...shops });
      await expectAccessible(opened, `${name}, ${state}`);
      expect(await opened.evaluate(() => "hacked" in window), `${name}, ${state}: a name ran`).toBe(false);
    }
  });
}
