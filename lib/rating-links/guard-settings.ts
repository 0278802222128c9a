import { env, isLoopbackApp } from "@/lib/env";
import type { OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import type { GuardedLink, GuardSettings } from "@/lib/rating-links/scanner-guard";

/** The guard's settings of this process. */
export function guardSettings(): GuardSettings {
  return {
    mode: env().SCANNER_GUARD,
    earlyMinutes: env().SCANNER_GUARD_MINUTES,
    isLoopbackApp: isLoopbackApp(),
  };
}

/** What the guard needs to know of a link. */
export function guardedLink(link: OpenRatingLink): GuardedLink {
  return { channel: link.channel, leftAt: link.leftAt, ratingSave: link.page.ratingSave };
}
