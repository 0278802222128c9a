import { expect, test } from "vitest";
import { decideSend, type SendFacts } from "@/lib/messages/sending/decide-send";

const NOW = new Date("2026-06-10T12:00:00.000Z");
const LATER = new Date("2026-06-10T12:00:00.001Z");

const facts = (more: Partial<SendFacts> = {}): SendFacts => ({
  channel: "email",
  status: "scheduled",
  dueAt: NOW,
  ignoresQuietHours: false,
  isRequestCanceled: false,
  isRated: false,
  hasAddress: true,
  unsubscribedAt: null,
  suppression: null,
  link: { expiresAt: null, isCanceled: false },
  hasContent: true,
  lacksPostalAddress: false,
  smsWindow: { fromMinute: 540, untilMinute: 1_200 },
  timeZone: "UTC",
  ...more,
});

const skipped = (code: string) => ({ kind: "skip", failure: { code } });

test.each<[string, Partial<SendFacts>, object]>([
  ["due", {}, { kind: "send" }],
  ["not yet due", { dueAt: LATER }, { kind: "wait", until: LATER }],
  ["in another sender's hands", { status: "sending" }, { kind: "nothing", why: "sending" }],
  ["sent already", { status: "sent" }, { kind: "nothing", why: "sent" }],
  ["canceled", { status: "canceled" }, { kind: "nothing", why: "canceled" }],
  ["rated meanwhile", { isRated: true }, { kind: "cancel", reason: "canceled_customer_rated" }],
  ["of a canceled request", { isRequestCanceled: true }, { kind: "cancel", reason: "canceled_by_user" }],
  ["to somebody who unsubscribed", { unsubscribedAt: NOW }, skipped("unsubscribed")],
  ["to an address that unsubscribed", { suppression: "unsubscribed" }, skipped("unsubscribed")],
  ["to a number that said STOP", { channel: "sms", suppression: "stopped" }, skipped("recipient_stopped")],
  ["to an address that bounced", { suppression: "bounced" }, skipped("address_bounced")],
  ["to somebody who complained", { suppression: "complained" }, skipped("address_complained")],
  ["to somebody without an address now", { hasAddress: false }, skipped("address_missing")],
  ["with an expired link", { link: { expiresAt: NOW, isCanceled: false } }, skipped("link_expired")],
  ["with a link that still works", { link: { expiresAt: LATER, isCanceled: false } }, { kind: "send" }],
  [
    "without the postal address that an e-mail needs",
    { lacksPostalAddress: true },
    { kind: "fail", failure: { code: "postal_address_missing" } },
  ],
  [
    "without it, to somebody who unsubscribed",
    { lacksPostalAddress: true, unsubscribedAt: NOW },
    skipped("unsubscribed"),
  ],
  ["with a canceled link", { link: { expiresAt: null, isCanceled: true } }, skipped("link_expired")],
  ["without a link", { link: null }, skipped("link_expired")],
  ["without its text", { hasContent: false }, skipped("content_missing")],
  ["an SMS by day", { channel: "sms" }, { kind: "send" }],
  [
    "an SMS by night, where the customer lives",
    { channel: "sms", timeZone: "Australia/Sydney" },
    { kind: "move", to: new Date("2026-06-10T23:00:00.000Z") },
  ],
  [
    "an SMS by night that may",
    { channel: "sms", timeZone: "Australia/Sydney", ignoresQuietHours: true },
    { kind: "send" },
  ],
  ["an e-mail by night", { timeZone: "Australia/Sydney" }, { kind: "send" }],
  [
    "rated, at night, by somebody who unsubscribed: canceled, since that is what the customer did first",
    { channel: "sms", timeZone: "Australia/Sydney", isRated: true, unsubscribedAt: NOW },
    { kind: "cancel" },
  ],
])("a message that is %s", (_, more, expected) => {
  expect(decideSend(facts(more), NOW)).toMatchObject(expected);
});
