import { STATES } from "@/e2e/accessibility/states";
import { WIDE } from "@/e2e/support/axe";
import { test } from "@/e2e/support/shops";
import { signIn } from "@/e2e/support/sign-in";
import { takePictures } from "./take-pictures";

for (const [path, states] of Object.entries(STATES)) {
  if (typeof states === "string") continue;
  for (const [state, open] of Object.entries(states)) {
    if (typeof open === "string") continue;
    test(`${path}, ${state}`, async ({ page, visitor, context, shops }) => {
      await signIn(context, shops.full.shop.owner.userId);
      await page.setViewportSize(open.viewports?.[0] ?? WIDE);
      await takePictures(await open({ page, visitor, ...shops }), `${path}-${state}`, open.viewports);
    });
  }
}
