import { type CorpusRow, NOTHING } from "@/e2e/scanners/corpus-row";
import { CHROME } from "@/e2e/scanners/visit";

const SCORES = ["/1", "/2", "/3", "/4", "/5"];
const agent = (userAgent: string) => ({ "user-agent": userAgent });

const UNFURLERS: readonly [name: string, userAgent: string][] = [
  ["Slack", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"],
  ["WhatsApp", "WhatsApp/2.24.20.89 A"],
  [
    "iMessage",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
  ],
  ["Telegram", "TelegramBot (like TwitterBot)"],
  [
    "Teams",
    "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
  ],
  ["Discord", "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)"],
  ["LinkedIn", "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)"],
  ["an Outlook add-in", "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17328; Pro)"],
];

const PREFETCHES: readonly [name: string, headers: Record<string, string>][] = [
  ["Sec-Purpose: prefetch", { "sec-purpose": "prefetch" }],
  ["Sec-Purpose: prefetch;prerender", { "sec-purpose": "prefetch;prerender" }],
  ["Purpose: prefetch", { purpose: "prefetch" }],
  ["X-Moz: prefetch", { "x-moz": "prefetch" }],
];

/** What only opens links, and runs no script. */
export const OPENERS: readonly CorpusRow[] = [
  {
    name: "HEAD of all five scores within a second",
    source: "link checkers of mail gateways",
    kind: "robot",
    behaviour: async ({ link, http }) => {
      await Promise.all(SCORES.map((score) => http.head(link + score, { headers: agent(CHROME) })));
    },
    ...NOTHING,
  },
  {
    name: "GET of all five scores within a second",
    source: "Odoo #187373: the crawler's last link won",
    kind: "robot",
    behaviour: async (visit) => {
      await Promise.all(SCORES.map((score) => visit.get(score, agent(CHROME))));
    },
    ...NOTHING,
  },
  {
    name: "GET of all five scores, one after the other, seconds after sending",
    source: "Barracuda, Mimecast",
    kind: "robot",
    link: { leftMinutesAgo: 0 },
    behaviour: async (visit) => {
      for (const score of SCORES) await visit.get(score, agent("BarracudaCentral"));
    },
    ...NOTHING,
  },
  {
    name: "OPTIONS, HEAD and GET of one link",
    source: "Microsoft Office, before it opens a browser",
    kind: "robot",
    behaviour: async ({ link, http }) => {
      const headers = agent("Microsoft Office Existence Discovery");
      for (const method of ["OPTIONS", "HEAD", "GET"]) await http.fetch(`${link}/4`, { method, headers });
    },
    ...NOTHING,
  },
  ...UNFURLERS.map(([name, userAgent]): CorpusRow => ({
    name: `the preview of ${name}`,
    source: "a customer or the business pastes the link into a chat",
    kind: "robot",
    behaviour: async (visit) => {
      await visit.get("/5", agent(userAgent));
      await visit.get("", agent(userAgent));
    },
    ...NOTHING,
  })),
  ...PREFETCHES.map(([name, headers]): CorpusRow => ({
    name: `a request with ${name}`,
    source: "browsers and mail programs that load ahead",
    kind: "robot",
    behaviour: async (visit) => {
      await visit.get("/4", { ...agent(CHROME), ...headers });
      await visit.post({ action: "land", score: "4" }, { ...agent(CHROME), ...headers }, { asScript: true });
    },
    ...NOTHING,
  })),
];
