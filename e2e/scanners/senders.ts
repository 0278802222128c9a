import { expect } from "@playwright/test";
import { type CorpusRow, CREATED, NOTHING } from "@/e2e/scanners/corpus-row";
import { CHROME } from "@/e2e/scanners/visit";

const chrome = { "user-agent": CHROME };
const isNotSaved = (html: string) => expect(html).toContain("is not saved yet");

const AFTER_CUSTOMER: readonly [when: string, seconds: number][] = [
  ["35 s", 35],
  ["10 min", 600],
];

/** What sends the page's forms without a browser. */
export const SENDERS: readonly CorpusRow[] = [
  {
    name: "the plain form, every field as it came",
    source: "Odoo #262262: Safe Links sends the form",
    kind: "robot",
    behaviour: async (visit) =>
      isNotSaved(await visit.post({ action: "submit", score: "1", body: "" }, chrome)),
    ...NOTHING,
  },
  {
    name: "the plain form within seconds of sending",
    source: "Odoo #262262",
    kind: "robot",
    link: { leftMinutesAgo: 0 },
    behaviour: async (visit) =>
      isNotSaved(await visit.post({ action: "submit", score: "1", body: "" }, chrome)),
    ...NOTHING,
  },
  {
    name: "the plain form of “Save my rating”",
    source: "a crawler that also reads noscript",
    kind: "robot",
    behaviour: async (visit) => isNotSaved(await visit.post({ action: "confirm", score: "1" }, chrome)),
    ...NOTHING,
  },
  {
    name: "the plain form with every field filled, the hidden one too",
    source: "form spammers",
    kind: "robot",
    behaviour: async (visit) =>
      isNotSaved(
        await visit.post(
          { action: "submit", score: "5", body: "Buy", website: "https://spam.example" },
          chrome,
        ),
      ),
    ...NOTHING,
  },
  {
    name: "what the page's script sends, with the hidden field filled",
    source: "form spammers",
    kind: "robot",
    behaviour: async (visit) => {
      const form = { action: "submit", score: "5", body: "Buy", website: "x", pressed: "yes" };
      isNotSaved(await visit.post(form, chrome, { asScript: true }));
    },
    ...NOTHING,
  },
  {
    name: "what the page's script sends on landing, by curl",
    source: "a crawler that repeats what it saw a browser send",
    kind: "robot",
    behaviour: async (visit) => {
      await visit.post({ action: "land", score: "4" }, { "user-agent": "curl/8.5.0" }, { asScript: true });
    },
    ...NOTHING,
  },
  {
    name: "what the page's script sends on landing, with an empty user agent",
    source: "proxies that take headers out",
    kind: "robot",
    behaviour: async (visit) => {
      await visit.post({ action: "land", score: "4" }, { "user-agent": "" }, { asScript: true });
    },
    ...NOTHING,
  },
  {
    name: "a form with a nonce of another link",
    source: "an attacker who holds one link",
    kind: "robot",
    behaviour: async (visit) => {
      const nonce = "mf2k1abc.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
      await visit.post({ action: "land", score: "4", nonce }, chrome, { asScript: true });
    },
    ...NOTHING,
  },
  ...AFTER_CUSTOMER.flatMap(([when, seconds]): CorpusRow[] => [
    {
      name: `another score on landing, ${when} after the customer`,
      source: "Odoo #262262: 35 s after the customer, from Microsoft's networks",
      kind: "robot",
      behaviour: async (visit) => {
        await visit.customerRated(5, seconds);
        await visit.post({ action: "land", score: "1" }, chrome, { asScript: true });
      },
      review: { score: 5 },
      events: CREATED,
    },
    {
      name: `the plain form with another score, ${when} after the customer`,
      source: "Odoo #262262",
      kind: "robot",
      behaviour: async (visit) => {
        await visit.customerRated(5, seconds);
        await visit.post({ action: "submit", score: "1", body: "" }, chrome);
        await visit.post({ action: "change", from: "5", score: "1" }, chrome);
      },
      review: { score: 5 },
      events: CREATED,
    },
  ]),
];
