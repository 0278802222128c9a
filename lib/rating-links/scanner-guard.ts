import type { LinkChannel, RatingSave } from "@/lib/db/generated/enums";
import { type VisitSignals, suspectReasons } from "@/lib/rating-links/visit-signals";

export type GuardSettings = {
  /** `SCANNER_GUARD`. */
  mode: "auto" | "on" | "off";
  /** `SCANNER_GUARD_MINUTES`. */
  earlyMinutes: number;
  /** While `APP_URL` is a loopback address no scanner can reach us. */
  isLoopbackApp: boolean;
};

export type GuardedLink = {
  channel: LinkChannel;
  /** When the link left this server; null when it never did (an Outbox message). */
  leftAt: Date | null;
  ratingSave: RatingSave;
};

/**
 * What landing on a rating link does:
 * `save` at once; `touch`: with the first touch anywhere; `confirm`: with one button; `submit`: not before Submit.
 */
export type LandingVerdict = {
  kind: "save" | "touch" | "confirm" | "submit";
  /** Why it isn't plain `save`, or why a saved one is suspect. */
  reasons: string[];
};

/** True where a scanner could be the visitor: the link has left this server, and neither setting says otherwise. */
export function isGuarded(settings: GuardSettings, link: GuardedLink): boolean {
  return link.ratingSave !== "every_click" && couldBeScanned(settings, link);
}

/** True where a scanner could reach the link at all, whatever the review page wants done about it. */
export function couldBeScanned(settings: GuardSettings, link: GuardedLink): boolean {
  if (settings.mode === "off") return false;
  return settings.mode === "on" || (link.leftAt !== null && !settings.isLoopbackApp);
}

/** Decides about one landing. Pure: the same facts always give the same verdict. */
export function judgeLanding(
  settings: GuardSettings,
  link: GuardedLink,
  signals: VisitSignals,
  now: Date,
): LandingVerdict {
  if (link.ratingSave === "on_submit") return { kind: "submit", reasons: ["on_submit"] };
  if (link.ratingSave === "always_confirm") return { kind: "confirm", reasons: ["always_confirm"] };
  if (link.ratingSave === "every_click") {
    return { kind: "save", reasons: couldBeScanned(settings, link) ? suspectReasons(signals) : [] };
  }
  if (!isGuarded(settings, link)) return { kind: "save", reasons: [] };
  const reasons = suspectReasons(signals);
  if (reasons.length > 0) return { kind: "confirm", reasons };
  return isEarly(settings, link, now) ? { kind: "touch", reasons: ["early"] } : { kind: "save", reasons: [] };
}

/** Scanners open an e-mail's links on arrival. SMS gateways don't, and people tap within seconds. */
export function isEarly(settings: GuardSettings, link: GuardedLink, now: Date): boolean {
  if (link.channel !== "email" || link.leftAt === null) return false;
  return now.getTime() - link.leftAt.getTime() < settings.earlyMinutes * 60_000;
}
