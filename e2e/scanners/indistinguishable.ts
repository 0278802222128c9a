import { expect } from "@playwright/test";
import { type CorpusRow, CREATED, CREATED_AND_UPDATED, MINUTE } from "@/e2e/scanners/corpus-row";
import { expectSaved, saveButton, submitButton } from "@/e2e/scanners/page-parts";

const RATED_4 = { review: { score: 4, isSuspect: false }, events: CREATED } as const;

/** Robots that do what people do. They are saved: the promise comes first. */
export const INDISTINGUISHABLE: readonly CorpusRow[] = [
  {
    name: "a headless browser that presses the button by script",
    source: "next-auth #1840; a screen reader's click looks the same",
    kind: "indistinguishable",
    behaviour: async (visit) => {
      const page = await visit.pages.robot();
      await visit.land(page, 4);
      await saveButton(page).dispatchEvent("click");
      await expectSaved(page, 4);
    },
    review: { score: 4, isSuspect: true },
    events: CREATED,
  },
  {
    name: "a headless browser that presses the button with the mouse",
    source: "real input events",
    kind: "indistinguishable",
    behaviour: async (visit) => {
      const page = await visit.pages.robot();
      await visit.land(page, 4);
      await saveButton(page).click();
      await expectSaved(page, 4);
    },
    review: { score: 4, isSuspect: true },
    events: CREATED,
  },
  {
    name: "a headless browser that writes and presses Submit with the mouse",
    source: "real input events",
    kind: "indistinguishable",
    behaviour: async (visit) => {
      const page = await visit.pages.robot();
      await visit.land(page, 4);
      await page.getByLabel("Tell us more (optional)").fill("Great");
      await submitButton(page).click();
      await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
    },
    review: { score: 4, status: "submitted", isSuspect: true },
    events: CREATED_AND_UPDATED,
  },
  {
    name: "a browser that hides what it is and clicks with the mouse, seconds after sending",
    source: "real input events",
    kind: "indistinguishable",
    link: MINUTE,
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await page.mouse.click(5, 5);
      await expectSaved(page, 4);
    },
    ...RATED_4,
  },
  {
    name: "a browser that hides what it is and opens one link, half an hour after sending",
    source: "no gateway is known to wait so long; nothing tells it from a customer",
    kind: "indistinguishable",
    link: { leftMinutesAgo: 30 },
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await expectSaved(page, 4);
    },
    ...RATED_4,
  },
];
