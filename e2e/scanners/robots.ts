import { expect } from "@playwright/test";
import { type CorpusRow, CREATED, MINUTE, NOTHING } from "@/e2e/scanners/corpus-row";
import { changeButton, pressByScript, saveButton } from "@/e2e/scanners/page-parts";
import { CHROME } from "@/e2e/scanners/visit";

/** Automated browsers that run the page's script. */
export const ROBOTS: readonly CorpusRow[] = [
  ...[0.2, 30].map((leftMinutesAgo): CorpusRow => ({
    name: `a headless browser that runs scripts, ${leftMinutesAgo < 1 ? "seconds" : "half an hour"} after sending`,
    source: "sandboxes of mail gateways (FusionAuth 1.49, next-auth #1840)",
    kind: "robot",
    link: { leftMinutesAgo },
    behaviour: async (visit) => {
      const page = await visit.pages.robot();
      await visit.land(page, 5);
      await expect(saveButton(page)).toBeVisible();
    },
    ...NOTHING,
  })),
  ...[0.2, 30].map((leftMinutesAgo): CorpusRow => ({
    name: `a disguised browser that runs scripts, ${leftMinutesAgo < 1 ? "seconds" : "half an hour"} after sending`,
    source: "stealth plugins of browser automation: an ordinary user agent, the flag overwritten by script",
    kind: "robot",
    link: { leftMinutesAgo },
    behaviour: async (visit) => {
      const page = await visit.pages.disguised();
      await visit.land(page, 5);
      await expect(saveButton(page)).toBeVisible();
    },
    ...NOTHING,
  })),
  {
    name: "a headless browser on an SMS's link",
    source: "an operator's spam filter",
    kind: "robot",
    link: { channel: "sms", leftMinutesAgo: 0 },
    behaviour: async (visit) => visit.land(await visit.pages.robot(), 5),
    ...NOTHING,
  },
  {
    name: "a headless browser that opens all five scores",
    source: "a sandbox that follows each link",
    kind: "robot",
    behaviour: async (visit) => {
      const page = await visit.pages.robot();
      for (const score of [1, 2, 3, 4, 5]) await visit.land(page, score);
    },
    ...NOTHING,
  },
  {
    name: "a browser without any sign, seconds after sending",
    source: "Defender's detonation: an ordinary Chrome by its looks (Healthchecks.io: within 5 minutes)",
    kind: "robot",
    link: MINUTE,
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await expect(page.getByText("Tap anywhere to save your rating.")).toBeVisible();
    },
    ...NOTHING,
  },
  {
    name: "a browser without any sign, scrolls and moves the mouse, seconds after sending",
    source: "sandboxes that imitate reading",
    kind: "robot",
    link: MINUTE,
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await page.mouse.move(40, 40);
      await page.mouse.move(90, 120);
      await page.mouse.wheel(0, 300);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    },
    ...NOTHING,
  },
  {
    name: "a browser without any sign and presses Submit by script, seconds after sending",
    source: "Safe Links",
    kind: "robot",
    link: MINUTE,
    behaviour: async (visit) => {
      const page = await visit.pages.human();
      await visit.land(page, 4);
      await page.evaluate(() => {
        const form = document.querySelector<HTMLFormElement>("#review");
        form?.requestSubmit(form.querySelector<HTMLButtonElement>("button"));
      });
      await expect(page.getByRole("heading", { name: "One more tap" })).toBeVisible();
    },
    ...NOTHING,
  },
  {
    name: "one that fetches all five scores, then opens each in a browser without any sign",
    source: "Mimecast with detonation",
    kind: "robot",
    behaviour: async (visit) => {
      for (const score of ["/1", "/2", "/3", "/4", "/5"]) await visit.get(score, { "user-agent": CHROME });
      const page = await visit.pages.human();
      for (const score of [5, 1]) {
        await visit.land(page, score);
        await expect(saveButton(page)).toBeVisible();
      }
    },
    ...NOTHING,
  },
  {
    name: "a headless browser that presses Submit by script",
    source: "Safe Links runs scripts and sends the form",
    kind: "robot",
    behaviour: async (visit) => {
      const page = await visit.pages.robot();
      await visit.land(page, 4);
      await pressByScript(page, "#review button");
      await expect(page.getByRole("heading", { name: "One more tap" })).toBeVisible();
    },
    ...NOTHING,
  },
  {
    name: "a headless browser that sends the form without its button",
    source: "form.submit()",
    kind: "robot",
    behaviour: async (visit) => {
      const page = await visit.pages.robot();
      await visit.land(page, 4);
      await page.evaluate(() => document.querySelector<HTMLFormElement>("#review")?.submit());
      await expect(page.getByRole("alert")).toHaveText("Something in the form isn't right.");
    },
    ...NOTHING,
  },
  {
    name: "a headless browser without scripts that presses the button",
    source: "next-auth #1840: some press buttons",
    kind: "robot",
    behaviour: async (visit) => {
      const page = await visit.pages.robotWithoutScript();
      await page.goto(`${visit.link}/4`);
      await saveButton(page).click();
      await expect(page.getByRole("heading", { name: "One more tap" })).toBeVisible();
    },
    ...NOTHING,
  },
  {
    name: "a browser without any sign and presses “Change” by script, 10 min after the customer",
    source: "Odoo #262262",
    kind: "robot",
    behaviour: async (visit) => {
      await visit.customerRated(5, 600);
      const page = await visit.pages.human();
      await page.goto(`${visit.link}/1`);
      await expect(changeButton(page)).toBeVisible();
      await pressByScript(page, ".ask button");
      await expect(page.getByRole("heading", { name: "One more tap" })).toBeVisible();
    },
    review: { score: 5 },
    events: CREATED,
  },
];
