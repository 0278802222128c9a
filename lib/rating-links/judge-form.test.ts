import { expect, test } from "vitest";
import { type FormSending, needsOneButton } from "./judge-form";
import { isPressedForm } from "./pressed-form";
import type { GuardedLink, GuardSettings } from "./scanner-guard";
import type { VisitSignals } from "./visit-signals";

const now = new Date("2026-11-23T12:00:00.000Z");
const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
const SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

const person: VisitSignals = {
  userAgent: CHROME,
  isPrefetch: false,
  isAutomated: false,
  scoresInAMinute: 1,
  tookDecoy: false,
};
const robot: VisitSignals = { ...person, isAutomated: true };
const guard: GuardSettings = { mode: "auto", earlyMinutes: 5, isLoopbackApp: false };
const old: GuardedLink = {
  channel: "email",
  leftAt: new Date(now.getTime() - 3_600_000),
  ratingSave: "automatic",
};
const fresh: GuardedLink = { ...old, leftAt: now };
const plain = (isPressed: boolean): FormSending => ({ isScript: false, isPressed });
const script = (isPressed: boolean): FormSending => ({ isScript: true, isPressed });

test.each<[string, GuardedLink, VisitSignals, FormSending, boolean]>([
  ["a plain form that a person sent", old, person, plain(true), false],
  ["a plain form that a person sent early", fresh, person, plain(true), false],
  ["a plain form that nobody set off", old, person, plain(false), true],
  ["a plain form by a robot with real input", old, robot, plain(true), true],
  ["a plain form, five scores in a minute", old, { ...person, scoresInAMinute: 5 }, plain(true), false],
  ["Submit", old, person, script(true), false],
  ["Submit by a screen reader that makes no input events", old, person, script(false), false],
  ["Submit by script, early", fresh, person, script(false), true],
  ["Submit early", fresh, person, script(true), false],
  ["Submit by script, a robot", old, robot, script(false), true],
  ["Submit by real input, a robot", old, robot, script(true), false],
  ["another score by script", old, person, { ...script(false), isChange: true }, true],
  ["another score", old, robot, { ...script(true), isChange: true }, false],
  ["the decoy", old, { ...person, tookDecoy: true }, script(true), true],
  [
    "the decoy, save every click",
    { ...old, ratingSave: "every_click" },
    { ...person, tookDecoy: true },
    script(true),
    false,
  ],
  ["a plain form on an Outbox message", { ...old, leftAt: null }, robot, plain(false), false],
])("one more button: %s", (_case, link, signals, sending, expected) => {
  expect(needsOneButton(guard, link, signals, sending, now)).toBe(expected);
});

const navigation = { "sec-fetch-mode": "navigate", "sec-fetch-site": "same-origin" };

test.each<[string, Record<string, string>, boolean]>([
  ["Chrome, Firefox", { ...navigation, "sec-fetch-user": "?1", "user-agent": CHROME }, true],
  ["Chrome by script", { ...navigation, "user-agent": CHROME }, false],
  ["Safari, which never says", { ...navigation, "user-agent": SAFARI }, true],
  ["something that calls itself Safari", { "user-agent": SAFARI }, false],
  ["curl", { "user-agent": "curl/8.5.0" }, false],
])("set off by a person: %s", (_case, headers, expected) => {
  expect(isPressedForm(new Headers(headers))).toBe(expected);
});
