import { expect, type Locator, type Page } from "@playwright/test";

const STOPS_MAX = 80;

/** Somebody without a pointer: all they have is the keyboard. */
export function keyboardOf(page: Page) {
  const { keyboard } = page;
  const isFocused = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement);

  /** Goes on with Tab until it stands there, and sees where it stands. */
  async function tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < STOPS_MAX; stop += 1) {
      if (await isFocused(target)) return expectVisibleFocus(target);
      await keyboard.press("Tab");
    }
    throw new Error(`Tab never came to ${target.toString()}.`);
  }

  return {
    tabTo,
    press: (key: string) => keyboard.press(key),
    async activate(target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
      await tabTo(target);
      await keyboard.press(key);
    },
    /** Replaces what a field holds. */
    async write(field: Locator, text: string): Promise<void> {
      await tabTo(field);
      await keyboard.press("ControlOrMeta+a");
      await keyboard.type(text);
    },
    /** Arrows through an open menu to an entry, and chooses it. */
    async choose(entry: string): Promise<void> {
      const item = page.getByRole("menuitem", { name: entry, exact: true });
      await expect(item).toBeVisible();
      for (let stop = 0; stop < STOPS_MAX; stop += 1) {
        if (await isFocused(item)) return keyboard.press("Enter");
        await keyboard.press("ArrowDown");
      }
      throw new Error(`The arrows never came to ${entry}.`);
    },
  };
}

/** WCAG 2.4.7: an outline or a shadow shows where the focus is. */
async function expectVisibleFocus(target: Locator): Promise<void> {
  await expect
    .poll(() =>
      target.evaluate((element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      }),
    )
    .toBe(true);
}
