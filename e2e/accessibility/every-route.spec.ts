import { expectAccessible, WIDE } from "@/e2e/support/axe";
import { test } from "@/e2e/support/shops";
import { signIn } from "@/e2e/support/sign-in";
import { expect } from "@/e2e/support/test";
import { paths } from "@/lib/paths";
import { STATES } from "./states";

const EVERY_STATE = ["empty", "filled", "error"];

test("every path of the product has a row with each state, or the reason why it has none in a word", () => {
  expect(Object.keys(STATES).toSorted()).toEqual(Object.keys(paths).toSorted());
  for (const [name, row] of Object.entries(STATES)) {
    if (typeof row === "string") continue;
    expect(Object.keys(row), name).toEqual(expect.arrayContaining(EVERY_STATE));
    const reasons = Object.values(row).filter((state) => typeof state === "string");
    for (const reason of reasons) expect(reason, name).toMatch(/^[a-z]+$/);
  }
});

for (const [name, states] of Object.entries(STATES)) {
  if (typeof states === "string") continue;
  test(`${name}: ${Object.keys(states).join(", ")}`, async ({ page, visitor, context, shops }) => {
    test.slow();
    await signIn(context, shops.full.shop.owner.userId);
    for (const [state, open] of Object.entries(states)) {
      if (typeof open === "string") continue;
      await Promise.all([page, visitor].map((one) => one.setViewportSize(open.viewports?.[0] ?? WIDE)));
      const opened = await open({ page, visitor, ...shops });
      await expectAccessible(opened, `${name}, ${state}`, open.viewports);
      expect(await opened.evaluate(() => "hacked" in window), `${name}, ${state}: a name ran`).toBe(false);
    }
  });
}
