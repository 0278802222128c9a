import type { Page } from "@playwright/test";
import { recordedEvents } from "@/e2e/review-page/recorded-events";
import { expect, test } from "@/e2e/support/test";

const TEXT = "Tell us more (optional)";

/** What the page's live region said, and whether the page had loaded by then. */
async function listenToStatus(page: Page): Promise<() => Promise<{ said: string; isLoaded: boolean }[]>> {
  await page.addInitScript(() => {
    const heard: { said: string; isLoaded: boolean }[] = [];
    Object.assign(window, { heard });
    let hasLoaded = false;
    addEventListener("load", () => (hasLoaded = true));
    addEventListener("DOMContentLoaded", () => {
      const status = document.querySelector("[role=status]");
      if (!status) return;
      new MutationObserver(() => {
        const said = status.textContent;
        if (said) heard.push({ said, isLoaded: hasLoaded });
      }).observe(status, { childList: true, subtree: true });
    });
  });
  return () =>
    page.evaluate(() => (window as unknown as { heard: { said: string; isLoaded: boolean }[] }).heard);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

test("a customer with a screen reader rates, writes and thinks again", async ({ shop, visitor }) => {
  const link = await shop.ratingLink(await shop.addCustomer("Ada"));
  const heard = await listenToStatus(visitor);

  await test.step("the star in the mail has saved the rating, and the page says so without taking the focus", async () => {
    await visitor.goto(`${link}/4`);
    await expect(visitor.getByRole("status")).toHaveText("Your rating, 4 of 5 stars, is saved");
    expect((await heard()).map(({ said }) => said)).toEqual(["Your rating, 4 of 5 stars, is saved"]);
    expect(await focused(visitor)).toBe("BODY");
    await expect(visitor.locator("body")).toMatchAriaSnapshot(`
      - main:
        - paragraph: Corner Bakery
        - status:
          - paragraph: Your rating, 4 of 5 stars, is saved
        - radiogroup "How was it?":
          - heading "How was it?" [level=1]
          - radio "1 star, poor"
          - text: 1 star, poor
          - radio "2 stars, fair"
          - text: 2 stars, fair
          - radio "3 stars, good"
          - text: 3 stars, good
          - radio "4 stars, very good" [checked]
          - text: 4 stars, very good
          - radio "5 stars, excellent"
          - text: 5 stars, excellent
        - text: Tell us more (optional)
        - textbox "Tell us more (optional)"
        - button "Submit"
        - paragraph:
          - text: You are reviewing as Ada.
          - link "Not you?"
    `);
  });

  await test.step("stars and text by keyboard, nothing saved before Submit", async () => {
    await visitor.keyboard.press("Tab");
    await expect(visitor.getByRole("radio", { name: "4 stars, very good" })).toBeFocused();
    await visitor.keyboard.press("ArrowRight");
    await expect(visitor.getByRole("radio", { name: "5 stars, excellent" })).toBeChecked();
    await visitor.keyboard.press("Tab");
    await expect(visitor.getByLabel(TEXT)).toBeFocused();
    await visitor.keyboard.type("Warm bread");
    expect(await recordedEvents(shop.id)).toHaveLength(1);
    await visitor.keyboard.press("Tab");
    await expect(visitor.getByRole("button", { name: "Submit" })).toBeFocused();
    await visitor.keyboard.press("Enter");
    await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeFocused();
    await expect(visitor.locator("body")).toMatchAriaSnapshot(`
      - main:
        - paragraph: Corner Bakery
        - heading "Thank you" [level=1]
        - paragraph: Your review helps us get better.
        - paragraph: Your rating, 5 of 5 stars, is saved
        - blockquote: Warm bread
        - link "Edit my review"
    `);
  });

  await test.step("the link opened again is read out after load, too", async () => {
    await visitor.keyboard.press("Tab");
    await visitor.keyboard.press("Enter");
    await expect(visitor.getByLabel(TEXT)).toHaveValue("Warm bread");
    await expect(visitor.getByRole("status")).toHaveText("Your rating, 5 of 5 stars, is saved");
    expect(await heard()).toEqual([{ said: "Your rating, 5 of 5 stars, is saved", isLoaded: true }]);
    expect(await focused(visitor)).toBe("BODY");
  });

  await test.step("buttons work by a click that no pointer and no key made", async () => {
    await visitor.goto(`${link}/2`);
    await expect(visitor.getByText("You rated 5. Change it to 2?")).toBeVisible();
    await visitor.getByRole("button", { name: "Change to 2 stars" }).dispatchEvent("click");
    await expect(visitor.getByRole("status")).toHaveText("Your rating, 2 of 5 stars, is saved");
    expect((await heard()).at(-1)?.said).toBe("Your rating, 2 of 5 stars, is saved");
    await visitor.getByLabel(TEXT).fill("Cold bread");
    await visitor.getByRole("button", { name: "Submit" }).dispatchEvent("click");
    await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeFocused();
  });

  expect(await recordedEvents(shop.id)).toMatchObject([
    { type: "review-created", score: 4, status: "rated" },
    { type: "review-updated", score: 5, status: "submitted", body: "Warm bread" },
    { type: "review-updated", score: 2, changes: ["score", "label"] },
    { type: "review-updated", body: "Cold bread", changes: ["body"] },
  ]);
});

test("what is wrong is read out and the form keeps the focus where it is needed", async ({
  shop,
  visitor,
}) => {
  await visitor.goto(await shop.ratingLink());
  await visitor.getByLabel(TEXT).fill("No stars yet");
  await visitor.locator("#review").evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await visitor.getByRole("button", { name: "Submit" }).focus();
  await visitor.keyboard.press("Enter");
  await expect(visitor.getByRole("alert")).toHaveText("Choose a number of stars first.");
  await expect(visitor.getByRole("radio", { name: "1 star, poor" })).toBeFocused();
  await expect(visitor.getByLabel(TEXT)).toHaveValue("No stars yet");
});
