import { expect, type Page } from "@playwright/test";
import { type CorpusRow, CREATED, CREATED_AND_UPDATED, NOTHING } from "@/e2e/scanners/corpus-row";
import { expectSaved, saveButton, submitButton } from "@/e2e/scanners/page-parts";
import { prefetch } from "@/e2e/scanners/prefetch";
import { CHROME } from "@/e2e/scanners/visit";
import { db } from "@/lib/db/client";

const RATED_4 = { review: { score: 4, isSuspect: false }, events: CREATED } as const;

const expectClosed = (page: Page) =>
  expect(page.getByRole("heading", { name: "This link doesn't work" })).toBeVisible();

/** People in less usual ways: no script, slow or no network, several tabs, ended links. */
export const ODD_VISITS: readonly CorpusRow[] = [
  ...[60, 0].map((leftMinutesAgo): CorpusRow => ({
    name: `no JavaScript, ${leftMinutesAgo === 0 ? "seconds" : "an hour"} after sending`,
    source: "scripts switched off",
    kind: "human",
    link: { leftMinutesAgo },
    behaviour: async (visit) => {
      const page = await visit.pages.humanWithoutScript();
      await page.goto(`${visit.link}/4`);
      await visit.tapOn(saveButton(page));
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 1,
  })),
  {
    name: "no JavaScript, Submit with text at once",
    source: "scripts switched off",
    kind: "human",
    behaviour: async (visit) => {
      const page = await visit.pages.humanWithoutScript();
      await page.goto(`${visit.link}/4`);
      await page.getByLabel("Tell us more (optional)").fill("Plain");
      await visit.tapOn(submitButton(page));
      await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
    },
    review: { score: 4, status: "submitted", isSuspect: false },
    events: CREATED_AND_UPDATED,
    taps: 1,
  },
  {
    name: "a double tap on the star",
    source: "impatience",
    kind: "human",
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      await Promise.allSettled([page.goto(`${visit.link}/4`), page.goto(`${visit.link}/4`)]);
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 0,
  },
  {
    name: "two tabs at once",
    source: "the star clicked in two windows",
    kind: "human",
    behaviour: async (visit) => {
      const tabs = [await visit.pages.human(), await visit.pages.human()];
      await Promise.all(tabs.map((page) => visit.land(page, 4)));
      for (const page of tabs) await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 0,
  },
  {
    name: "away and back",
    source: "the back button",
    kind: "human",
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await page.goto("about:blank");
      await page.goBack();
      await expectSaved(page, 4);
      await page.reload();
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 0,
  },
  {
    name: "no network on landing",
    source: "a tunnel",
    kind: "human",
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      let isGone = true;
      await page.route(`${visit.link}**`, (route) =>
        isGone && route.request().method() === "POST"
          ? route.abort("internetdisconnected")
          : route.continue(),
      );
      await page.goto(`${visit.link}/4`);
      await expect(page.getByRole("alert")).toContainText("We can't reach the server");
      isGone = false;
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 0,
  },
  {
    name: "a background tab",
    source: "the star opened in a new tab that is looked at later",
    kind: "human",
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      await page.addInitScript(() => {
        let isHidden = true;
        Object.defineProperty(document, "visibilityState", { get: () => (isHidden ? "hidden" : "visible") });
        addEventListener("starwire-show", () => {
          isHidden = false;
          document.dispatchEvent(new Event("visibilitychange"));
        });
      });
      await page.goto(`${visit.link}/4`, { waitUntil: "networkidle" });
      expect(await visit.events()).toEqual([]);
      await page.evaluate(() => dispatchEvent(new Event("starwire-show")));
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 0,
  },
  {
    name: "fetched ahead by the browser",
    source: "a web mailer's <link rel=prefetch>, in a real browser",
    kind: "robot",
    behaviour: async (visit) => {
      expect(await prefetch(await visit.pages.human(), `${visit.link}/4`)).toBe("fetched");
    },
    ...NOTHING,
  },
  {
    name: "rendered ahead by the browser, never opened",
    source: "speculation rules of a web mailer, in a real browser",
    kind: "robot",
    behaviour: async (visit) => {
      const mailer = await visit.pages.mailer(`${visit.link}/4`);
      await mailer.rendered;
    },
    ...NOTHING,
  },
  {
    name: "rendered ahead by the browser, then opened",
    source: "speculation rules of a web mailer, in a real browser",
    kind: "human",
    behaviour: async (visit) => {
      const mailer = await visit.pages.mailer(`${visit.link}/4`);
      await mailer.rendered;
      expect(await visit.events()).toEqual([]);
      mailer.click();
      await expect(async () => expect(await visit.review()).not.toBeNull()).toPass();
    },
    ...RATED_4,
    taps: 0,
  },
  ...(["expired", "canceled", "forged"] as const).map((state): CorpusRow => ({
    name: `a link that is ${state}`,
    source: "an old mail, a request withdrawn, a guess",
    kind: "human",
    behaviour: async (visit) => {
      const where = { id: visit.requestId };
      if (state === "canceled") await db.request.update({ where, data: { canceledAt: new Date() } });
      if (state === "expired") {
        const data = { expiresAt: new Date() };
        await db.ratingLink.updateMany({ where: { requestId: visit.requestId }, data });
      }
      const page = await visit.pages.human();
      await page.goto(`${visit.link}${state === "forged" ? "x" : ""}/4`);
      await expectClosed(page);
    },
    ...NOTHING,
    taps: 0,
  })),
  {
    name: "a link that has ended, just rated",
    source: "the text comes after the end",
    kind: "human",
    behaviour: async (visit) => {
      await visit.customerRated(4, 600);
      const data = { expiresAt: new Date(Date.now() - 300_000) };
      await db.ratingLink.updateMany({ where: { requestId: visit.requestId }, data });
      const page = await visit.pages.human();
      await page.goto(visit.link);
      await page.getByLabel("Tell us more (optional)").fill("In time");
      await submitButton(page).click();
      await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
    },
    review: { score: 4, status: "submitted" },
    events: CREATED_AND_UPDATED,
    taps: 0,
  },
  {
    name: "a prefetch, then the customer",
    source: "a mail program that loads ahead",
    kind: "human",
    behaviour: async (visit) => {
      await visit.get("/4", { "user-agent": CHROME, "sec-purpose": "prefetch" });
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await expectSaved(page, 4);
    },
    ...RATED_4,
    taps: 0,
  },
];
