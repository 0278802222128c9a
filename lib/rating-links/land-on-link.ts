import { noteClick } from "@/lib/messages/note-rating";
import type { GivenReview, OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { guardedLink, guardSettings } from "@/lib/rating-links/guard-settings";
import { countOtherIntents, noteIntent } from "@/lib/rating-links/rating-intents";
import { noteScore } from "@/lib/rating-links/recent-scores";
import {
  type GuardedLink,
  isGuarded,
  judgeLanding,
  type LandingVerdict,
} from "@/lib/rating-links/scanner-guard";
import type { VisitSignals } from "@/lib/rating-links/visit-signals";
import { captureRating } from "@/lib/reviews/commands/capture-rating";
import { confirmRating } from "@/lib/reviews/commands/confirm-rating";
import type { Score } from "@/lib/reviews/score";

export type Landing = {
  score: Score;
  signals: Omit<VisitSignals, "scoresInAMinute">;
  /** The first touch of an early visit. */
  isTouch: boolean;
};

/** The review that is there now, new or not; `closed` when the request was canceled; otherwise what is needed to save. */
export type LandingResult =
  | { kind: "given"; review: GivenReview }
  | { kind: "closed" }
  | { kind: Exclude<LandingVerdict["kind"], "save"> };

/** A visitor has landed on a link with a score: saves it, or keeps the intent where a scanner could be the visitor. */
export async function landOnLink(link: OpenRatingLink, landing: Landing): Promise<LandingResult> {
  if (link.review) {
    if (await isClickOfPerson(link, landing)) await noteClick(link);
    return { kind: "given", review: link.review };
  }
  const verdict = await judge(link, landing, guardedLink(link));
  if (verdict.kind === "save" || (verdict.kind === "touch" && landing.isTouch)) {
    const review = landing.isTouch
      ? await confirmRating(link, landing.score)
      : await captureRating(link, landing.score, verdict.reasons.length > 0);
    return review ? { kind: "given", review } : { kind: "closed" };
  }
  if (verdict.kind !== "submit") {
    await noteIntent(link, {
      score: landing.score,
      reasons: verdict.reasons,
      userAgent: landing.signals.userAgent,
    });
  }
  return { kind: verdict.kind };
}

async function judge(
  link: OpenRatingLink,
  { score, signals }: Landing,
  guarded: GuardedLink,
): Promise<LandingVerdict> {
  const scoresInAMinute = await countScores(link, score);
  return judgeLanding(guardSettings(), guarded, { ...signals, scoresInAMinute }, new Date());
}

/** A message whose request is rated already is clicked too, but not by a scanner. */
async function isClickOfPerson(link: OpenRatingLink, landing: Landing): Promise<boolean> {
  if (!link.message || link.message.isClicked) return false;
  const guarded = guardedLink(link);
  const ratingSave = guarded.ratingSave === "every_click" ? guarded.ratingSave : "automatic";
  const { kind } = await judge(link, landing, { ...guarded, ratingSave });
  return kind === "save" || (kind === "touch" && landing.isTouch);
}

async function countScores(link: OpenRatingLink, score: Score): Promise<number> {
  if (!isGuarded(guardSettings(), { ...guardedLink(link), ratingSave: "automatic" })) return 1;
  return Math.max(noteScore(link.id, score), 1 + (await countOtherIntents(link, score)));
}
