import type { WebhookOffReason } from "@/lib/db/generated/enums";
import { durationWords, momentWords, onDayWords, type Reader } from "@/lib/webhooks/moment-words";

/** What is known about a webhook's health, counted since it was last switched on or its URL changed. */
export type HealthFacts = {
  isOn: boolean;
  offSince: Date | null;
  offReason: WebhookOffReason | null;
  /** Who switched it off; null when Starwire did. */
  offByName: string | null;
  lastSuccessAt: Date | null;
  /** True when anything was ever sent to it, whatever was cleared since. */
  wasUsed: boolean;
  /** First failure since the last success. */
  firstFailureAt: Date | null;
  failedAttempts: number;
  /** The last answer or error, short: "500", "Certificate not trusted". */
  lastFailure: string | null;
  /** When it is turned off if nothing succeeds until then; null while nothing fails. */
  turnsOffAt: Date | null;
};

export type HealthTone = "waiting" | "working" | "failing" | "off" | "turned_off";

/** A webhook's health in one or two sentences, without a full stop after the last where it isn't one. */
export function healthWords(facts: HealthFacts, reader: Reader): { tone: HealthTone; text: string } {
  if (!facts.isOn) return offWords(facts, reader);
  if (facts.firstFailureAt) {
    return { tone: "failing", text: failingWords(facts, facts.firstFailureAt, reader) };
  }
  if (facts.lastSuccessAt) return { tone: "working", text: "Working" };
  return { tone: "waiting", text: `Waiting for the ${facts.wasUsed ? "next" : "first"} event` };
}

function offWords(facts: HealthFacts, reader: Reader): { tone: HealthTone; text: string } {
  const { offSince, offReason, offByName, firstFailureAt } = facts;
  if (!offSince) return { tone: "off", text: "Off" };
  if (offReason === "gone") {
    return {
      tone: "turned_off",
      text: `Turned off by us ${onDayWords(offSince, reader)}: the receiver answered 410 and wants no more events.`,
    };
  }
  if (offReason === "failing") {
    const span = firstFailureAt ? ` for ${durationWords(offSince.getTime() - firstFailureAt.getTime())}` : "";
    return {
      tone: "turned_off",
      text: `Turned off by us ${onDayWords(offSince, reader)}: every attempt failed${span}.`,
    };
  }
  const who = offByName ? ` (${offByName})` : "";
  return { tone: "off", text: `Off since ${momentWords(offSince, reader)}${who}` };
}

function failingWords(facts: HealthFacts, firstFailureAt: Date, reader: Reader): string {
  const attempts = facts.failedAttempts === 1 ? "1 attempt" : `${facts.failedAttempts} attempts`;
  const last = facts.lastFailure ? `, last: ${facts.lastFailure}` : "";
  const since = `Failing since ${momentWords(firstFailureAt, reader)} (${attempts}${last}).`;
  if (!facts.turnsOffAt) return since;
  if (facts.turnsOffAt <= reader.now) return `${since} Turned off soon if nothing succeeds.`;
  return `${since} Turned off ${onDayWords(facts.turnsOffAt, reader)} if nothing succeeds.`;
}
