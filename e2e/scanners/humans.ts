import { expect } from "@playwright/test";
import { type CorpusRow, CREATED, CREATED_AND_UPDATED, MINUTE } from "@/e2e/scanners/corpus-row";
import { changeButton, expectSaved, saveButton, submitButton } from "@/e2e/scanners/page-parts";
import { CHROME } from "@/e2e/scanners/visit";

const RATED_4 = { review: { score: 4, isSuspect: false }, events: CREATED } as const;
const RATED_5 = { review: { score: 5, isSuspect: false }, events: CREATED } as const;

/** What most people do. */
export const ORDINARY_VISIT: CorpusRow = {
  name: "a customer opens a link from email",
  source: "an hour after sending",
  kind: "human",
  link: { channel: "email", leftMinutesAgo: 60 },
  behaviour: async (visit) => {
    const page = await visit.pages.human();
    await visit.land(page, 4);
    await expectSaved(page, 4);
  },
  ...RATED_4,
  taps: 0,
};

/** What they do who sit in front of it when it comes. */
export const EARLY_CLICK: CorpusRow = {
  name: "early, a click anywhere",
  source: "the mail has just come",
  kind: "human",
  link: MINUTE,
  behaviour: async (visit) => {
    const page = await visit.pages.human();
    await visit.land(page, 4);
    await visit.tap(() => page.mouse.click(5, 5));
    await expectSaved(page, 4);
  },
  ...RATED_4,
  taps: 1,
};

/** People, the ordinary way. */
export const HUMANS: readonly CorpusRow[] = [
  ORDINARY_VISIT,
  ...(["sms", "link"] as const).map((channel): CorpusRow => ({
    ...ORDINARY_VISIT,
    name: `a customer opens a link from ${channel === "link" ? "the screen" : channel}`,
    source: "seconds after sending",
    link: { channel, leftMinutesAgo: 0 },
  })),
  EARLY_CLICK,
  {
    name: "early, a finger anywhere",
    source: "the mail has just come, on a phone",
    kind: "human",
    link: MINUTE,
    behaviour: async (visit) => {
      const page = await visit.pages.humanWithTouch();
      await visit.land(page, 4);
      await visit.tap(() => page.touchscreen.tap(5, 5));
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 1,
  },
  {
    name: "early, any key",
    source: "the mail has just come, no pointer",
    kind: "human",
    link: MINUTE,
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await visit.tap(() => page.keyboard.press("Tab"));
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 1,
  },
  {
    name: "early, a screen reader's click",
    source: "no pointer and no key event comes with it",
    kind: "human",
    link: MINUTE,
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await visit.tap(() => page.getByRole("heading", { level: 1 }).dispatchEvent("click"));
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 1,
  },
  {
    name: "early, a touch before the server has answered",
    source: "a slow network",
    kind: "human",
    link: MINUTE,
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      let letThrough: (() => void) | undefined;
      const touched = new Promise<void>((resolve) => (letThrough = resolve));
      await page.route(`${visit.link}**`, async (route) => {
        if (route.request().method() === "POST") await touched;
        await route.continue();
      });
      await page.goto(`${visit.link}/4`);
      await visit.tap(() => page.mouse.click(5, 5));
      letThrough?.();
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 1,
  },
  {
    name: "a scanner has opened all five, seconds before",
    source: "suspect: several scores within 60 s",
    kind: "human",
    behaviour: async (visit) => {
      for (const score of ["/1", "/2", "/3", "/4", "/5"]) await visit.get(score, { "user-agent": CHROME });
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await visit.tapOn(saveButton(page));
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 1,
  },
  {
    name: "suspect, the button by key",
    source: "several scores within 60 s, no pointer",
    kind: "human",
    behaviour: async (visit) => {
      await visit.get("/1", { "user-agent": CHROME });
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await page.keyboard.press("Tab");
      await visit.tap(() => page.keyboard.press("Enter"));
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 1,
  },
  {
    name: "suspect, the button by a screen reader's click",
    source: "several scores within 60 s; no pointer and no key event",
    kind: "human",
    behaviour: async (visit) => {
      await visit.get("/1", { "user-agent": CHROME });
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await visit.tap(() => saveButton(page).dispatchEvent("click"));
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 1,
  },
  {
    name: "always confirm",
    source: "the review page's setting",
    kind: "human",
    ratingSave: "always_confirm",
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await visit.tapOn(saveButton(page));
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 1,
  },
  {
    name: "another score",
    source: "the customer thinks again",
    kind: "human",
    behaviour: async (visit) => {
      await visit.customerRated(5, 600);
      const page = await visit.pages.human();
      await page.goto(`${visit.link}/3`);
      await visit.tapOn(changeButton(page));
      await expectSaved(page, 3);
    },
    review: { score: 3, isSuspect: false },
    events: CREATED_AND_UPDATED,
    taps: 1,
  },
  {
    name: "the same score again",
    source: "the customer opens the mail twice",
    kind: "human",
    behaviour: async (visit) => {
      await visit.customerRated(4, 600);
      const page = await visit.pages.human();
      await page.goto(`${visit.link}/4`);
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 0,
  },
  {
    name: "a forwarded link, another score, no tap",
    source: "a colleague opens the forwarded mail",
    kind: "human",
    behaviour: async (visit) => {
      await visit.customerRated(5, 600);
      const page = await visit.pages.human();
      await page.goto(`${visit.link}/1`);
      await expect(changeButton(page)).toBeVisible();
      await page.getByRole("link", { name: "Not you?" }).click();
      await expect(page.getByLabel(/^Your name/)).toHaveValue("");
    },
    ...RATED_5,
    taps: 0,
  },
  {
    name: "stars, text and Submit early",
    source: "the mail has just come",
    kind: "human",
    link: MINUTE,
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await visit.tap(() => page.getByLabel("Tell us more (optional)").click());
      await expectSaved(page, 4);
      await page.getByLabel("Tell us more (optional)").fill("Warm bread");
      await submitButton(page).click();
      await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
    },
    review: { score: 4, status: "submitted", isSuspect: false },
    events: CREATED_AND_UPDATED,
    taps: 1,
  },
];
