import { noteClick } from "@/lib/messages/note-rating";
import type { GivenReview, OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { guardedLink, guardSettings } from "@/lib/rating-links/guard-settings";
import { countOtherIntents, noteIntent } from "@/lib/rating-links/rating-intents";
import { openedScores } from "@/lib/rating-links/opened-scores";
import { couldBeScanned, judgeLanding, type LandingVerdict } from "@/lib/rating-links/scanner-guard";
import { suspectReasons, type VisitSignals } from "@/lib/rating-links/visit-signals";
import { captureRating } from "@/lib/reviews/commands/capture-rating";
import { confirmRating } from "@/lib/reviews/commands/confirm-rating";
import type { Score } from "@/lib/reviews/score";

export type Landing = {
  score: Score;
  /** How many scores were opened is added here. */
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
export async function landOnLink(
  link: OpenRatingLink,
  { score, isTouch, signals }: Landing,
): Promise<LandingResult> {
  const visit = { ...signals, scoresInAMinute: await countScores(link, score) };
  if (link.review) {
    if (isClickOfPerson(link, visit, isTouch)) await noteClick(link);
    if (score !== link.review.score) await noteIgnored(link, score, visit);
    return { kind: "given", review: link.review };
  }
  const verdict = judgeLanding(guardSettings(), guardedLink(link), visit, new Date());
  if (verdict.kind === "save" || (verdict.kind === "touch" && isTouch)) {
    const review = isTouch
      ? await confirmRating(link, score)
      : await captureRating(link, score, verdict.reasons.length > 0);
    return review ? { kind: "given", review } : { kind: "closed" };
  }
  if (verdict.kind !== "submit") {
    await noteIntent(link, { score, reasons: verdict.reasons, userAgent: visit.userAgent });
  }
  return { kind: verdict.kind };
}

/** A message whose request is rated already is clicked too, but not by a scanner. */
function isClickOfPerson(link: OpenRatingLink, visit: VisitSignals, isTouch: boolean): boolean {
  if (!link.message || link.message.isClicked) return false;
  const guarded = guardedLink(link);
  const ratingSave = guarded.ratingSave === "every_click" ? guarded.ratingSave : "automatic";
  const { kind } = judgeLanding(guardSettings(), { ...guarded, ratingSave }, visit, new Date());
  return kind === "save" || (kind === "touch" && isTouch);
}

/** A scanner's landing on another score than the given one; admins see that it was ignored, too. */
async function noteIgnored(link: OpenRatingLink, score: Score, visit: VisitSignals): Promise<void> {
  if (!couldBeScanned(guardSettings(), guardedLink(link))) return;
  const reasons = suspectReasons(visit);
  if (reasons.length > 0) await noteIntent(link, { score, reasons, userAgent: visit.userAgent });
}

async function countScores(link: OpenRatingLink, score: Score): Promise<number> {
  if (!couldBeScanned(guardSettings(), guardedLink(link))) return 1;
  return Math.max(openedScores().note(link.id, score), 1 + (await countOtherIntents(link, score)));
}
