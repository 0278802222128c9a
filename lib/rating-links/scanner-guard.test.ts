import { expect, test } from "vitest";
import type { RatingSave } from "@/lib/db/generated/enums";
import { type GuardSettings, type GuardedLink, isGuarded, judgeLanding } from "./scanner-guard";
import { type VisitSignals, isPrefetchRequest, suspectReasons } from "./visit-signals";

const now = new Date("2026-11-23T12:00:00.000Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

const person: VisitSignals = {
  userAgent: CHROME,
  isPrefetch: false,
  isAutomated: false,
  scoresInAMinute: 1,
  tookDecoy: false,
};
const robot: VisitSignals = { ...person, isAutomated: true };
const auto: GuardSettings = { mode: "auto", earlyMinutes: 5, isLoopbackApp: false };
const email: GuardedLink = { channel: "email", leftAt: minutesAgo(60), ratingSave: "automatic" };
const page = (ratingSave: RatingSave): GuardedLink => ({ ...email, ratingSave });

test.each<[string, GuardSettings, GuardedLink, boolean]>([
  ["a sent link", auto, email, true],
  ["a link that never left", auto, { ...email, leftAt: null }, false],
  ["a loopback address", { ...auto, isLoopbackApp: true }, email, false],
  [
    "guard on, loopback, never left",
    { mode: "on", earlyMinutes: 5, isLoopbackApp: true },
    { ...email, leftAt: null },
    true,
  ],
  ["guard off", { ...auto, mode: "off" }, email, false],
  ["save every click", auto, page("every_click"), false],
  ["save every click, guard on", { ...auto, mode: "on" }, page("every_click"), false],
  ["always confirm", auto, page("always_confirm"), true],
])("guarded: %s", (_case, settings, link, expected) => {
  expect(isGuarded(settings, link)).toBe(expected);
});

test.each<[string, GuardSettings, GuardedLink, VisitSignals, string, string[]]>([
  ["person, an hour after sending", auto, email, person, "save", []],
  ["person on a phone", auto, email, { ...person, userAgent: IPHONE }, "save", []],
  ["person, 4 minutes after sending", auto, { ...email, leftAt: minutesAgo(4) }, person, "touch", ["early"]],
  ["person, 5 minutes after sending", auto, { ...email, leftAt: minutesAgo(5) }, person, "save", []],
  [
    "no early time when 0 minutes are set",
    { ...auto, earlyMinutes: 0 },
    { ...email, leftAt: now },
    person,
    "save",
    [],
  ],
  ["SMS, at once", auto, { ...email, channel: "sms", leftAt: now }, person, "save", []],
  ["handed out by screen, at once", auto, { ...email, channel: "link", leftAt: now }, person, "save", []],
  ["robot", auto, email, robot, "confirm", ["automation"]],
  ["robot, early", auto, { ...email, leftAt: now }, robot, "confirm", ["automation"]],
  ["robot by SMS", auto, { ...email, channel: "sms" }, robot, "confirm", ["automation"]],
  ["robot on an Outbox message", auto, { ...email, leftAt: null }, robot, "save", []],
  ["robot on loopback", { ...auto, isLoopbackApp: true }, email, robot, "save", []],
  [
    "robot on loopback, guard on",
    { ...auto, mode: "on", isLoopbackApp: true },
    email,
    robot,
    "confirm",
    ["automation"],
  ],
  ["robot, guard off", { ...auto, mode: "off" }, email, robot, "save", []],
  ["robot, save every click", auto, page("every_click"), robot, "save", ["automation"]],
  [
    "robot, save every click, loopback",
    { ...auto, isLoopbackApp: true },
    page("every_click"),
    robot,
    "save",
    [],
  ],
  ["early, save every click", auto, { ...page("every_click"), leftAt: now }, person, "save", []],
  ["always confirm", auto, page("always_confirm"), person, "confirm", ["always_confirm"]],
  [
    "always confirm, loopback",
    { ...auto, isLoopbackApp: true },
    page("always_confirm"),
    person,
    "confirm",
    ["always_confirm"],
  ],
  [
    "always confirm, guard off",
    { ...auto, mode: "off" },
    page("always_confirm"),
    person,
    "confirm",
    ["always_confirm"],
  ],
  ["only on submit", auto, page("on_submit"), person, "submit", ["on_submit"]],
  ["only on submit, guard off", { ...auto, mode: "off" }, page("on_submit"), robot, "submit", ["on_submit"]],
])("landing: %s", (_case, settings, link, signals, kind, reasons) => {
  expect(judgeLanding(settings, link, signals, now)).toEqual({ kind, reasons });
});

test.each<[string, Partial<VisitSignals>, string[]]>([
  ["an ordinary browser", {}, []],
  ["an empty user agent", { userAgent: " " }, ["empty_user_agent"]],
  ["curl", { userAgent: "curl/8.5.0" }, ["bot_user_agent"]],
  [
    "a Slack preview",
    { userAgent: "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" },
    ["bot_user_agent"],
  ],
  ["a WhatsApp preview", { userAgent: "WhatsApp/2.23.20.0" }, ["bot_user_agent"]],
  ["a headless browser", { userAgent: CHROME.replace("Chrome/", "HeadlessChrome/") }, ["bot_user_agent"]],
  ["a prefetch", { isPrefetch: true }, ["prefetch"]],
  ["two scores within a minute", { scoresInAMinute: 2 }, ["several_scores"]],
  ["the decoy", { tookDecoy: true }, ["decoy"]],
  ["several at once", { userAgent: "", isAutomated: true }, ["empty_user_agent", "automation"]],
])("signals: %s", (_case, signals, reasons) => {
  expect(suspectReasons({ ...person, ...signals })).toEqual(reasons);
});

test.each([
  [{ "sec-purpose": "prefetch" }, true],
  [{ "sec-purpose": "prefetch;prerender" }, true],
  [{ purpose: "prefetch" }, true],
  [{ "x-moz": "prefetch" }, true],
  [{ "x-purpose": "preview" }, true],
  [{}, false],
])("prefetch by headers %j: %s", (headers, expected) => {
  expect(isPrefetchRequest(new Headers(headers))).toBe(expected);
});
