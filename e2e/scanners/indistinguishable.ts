import { expect } from "@playwright/test";
import { type CorpusRow, CREATED, CREATED_AND_UPDATED, MINUTE } from "@/e2e/scanners/corpus-row";
import { EARLY_CLICK, ORDINARY_VISIT } from "@/e2e/scanners/humans";
import { expectSaved, saveButton, submitButton } from "@/e2e/scanners/page-parts";

const RATED_4 = { review: { score: 4, isSuspect: false }, events: CREATED } as const;

/**
 * Robots that do what people do. They are saved, since the promise comes first: marked where they show any sign. What does
 * exactly what a person does in exactly the browser of a person can't be told apart by anybody, and names that person.
 */
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
    name: "a disguised browser that presses the button with the mouse",
    source: "real input events; its script has overwritten the automation flag, which shows",
    kind: "indistinguishable",
    behaviour: async (visit) => {
      const page = await visit.pages.disguised();
      await visit.land(page, 4);
      await saveButton(page).click();
      await expectSaved(page, 4);
    },
    review: { score: 4, isSuspect: true },
    events: CREATED,
  },
  {
    name: "a browser without any sign that clicks with the mouse, seconds after sending",
    source: "real input events, a browser built or started not to say that it is driven",
    kind: "indistinguishable",
    link: MINUTE,
    behaviour: EARLY_CLICK.behaviour,
    twin: EARLY_CLICK.name,
    ...RATED_4,
  },
  {
    name: "a browser without any sign that opens one link, half an hour after sending",
    source: "no gateway is known to wait so long",
    kind: "indistinguishable",
    link: { leftMinutesAgo: 30 },
    behaviour: ORDINARY_VISIT.behaviour,
    twin: ORDINARY_VISIT.name,
    ...RATED_4,
  },
];
