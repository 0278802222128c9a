import type { GivenReview, OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { guardedLink, guardSettings } from "@/lib/rating-links/guard-settings";
import { needsOneButton } from "@/lib/rating-links/judge-form";
import { landOnLink } from "@/lib/rating-links/land-on-link";
import { couldBeScanned } from "@/lib/rating-links/scanner-guard";
import { isVisitorSuspect, type VisitSignals } from "@/lib/rating-links/visit-signals";
import { AppError } from "@/lib/errors";
import { isNonceGood } from "@/lib/review-page/form-nonce";
import { type FormAnswer, type FormVisit, oneButton } from "@/lib/review-page/form-answer";
import { type HostedForm, parseHostedForm } from "@/lib/review-page/form-input";
import { PAGE_WORDS } from "@/lib/review-page/page-words";
import { ratingNotice } from "@/lib/review-page/link-page";
import { changeRating } from "@/lib/reviews/commands/change-rating";
import { confirmRating } from "@/lib/reviews/commands/confirm-rating";
import { submitReview } from "@/lib/reviews/commands/submit-review";
import type { Score } from "@/lib/reviews/score";

const CLOSED: FormAnswer = { kind: "closed", status: 410 };

/**
 * Answers one form of a rating link's page.
 * @throws AppError `invalid` with the field and a sentence for people.
 */
export async function answerLinkForm(
  link: OpenRatingLink,
  fields: URLSearchParams,
  visit: FormVisit,
): Promise<FormAnswer> {
  const nonce = fields.get("nonce") ?? "";
  if (!isNonceGood(nonce, `link:${link.id}`)) return { kind: "stale" };
  const form = parseHostedForm(fields);
  const signals = readSignals(form, visit);
  if (form.action === "land" || form.action === "touch") return answerLanding(link, form, signals);
  if (!form.confirmed && couldBeScanners(link, form, visit, signals)) return oneButton(fields, form.score);
  switch (form.action) {
    case "confirm": {
      const score = required(form.score);
      return answerGiven(await confirmRating(link, score, isSuspect(link, visit, signals)), score);
    }
    case "change": {
      const to = required(form.score);
      return answerGiven(await changeRating(link, { nonce, from: required(form.from), to }), to);
    }
    case "submit": {
      const { score, body } = form;
      return answerSubmit(
        await submitReview(link, { nonce, score, body, isSuspect: isSuspect(link, visit, signals) }),
      );
    }
    case "edit":
      throw new AppError("invalid");
  }
}

function readSignals(form: HostedForm, visit: FormVisit): VisitSignals {
  return {
    userAgent: visit.userAgent,
    isPrefetch: visit.isPrefetch,
    isAutomated: form.automated,
    tookDecoy: form.website,
    scoresInAMinute: 1,
  };
}

/** "Save my rating" is pressed by whoever presses it. A scanner sends whole forms, and other scores after a customer. */
function couldBeScanners(
  link: OpenRatingLink,
  form: HostedForm,
  visit: FormVisit,
  signals: VisitSignals,
): boolean {
  if (visit.isScript && form.action === "confirm") return false;
  const sending = {
    isScript: visit.isScript,
    isPressed: visit.isScript ? form.pressed : visit.isPressed,
    isChange: link.review !== null && form.score !== null && form.score !== link.review.score,
  };
  return needsOneButton(guardSettings(), guardedLink(link), signals, sending, new Date());
}

/** Saved all the same, but it can't be told from what a program would send. */
function isSuspect(link: OpenRatingLink, visit: FormVisit, signals: VisitSignals): boolean {
  if (!couldBeScanned(guardSettings(), guardedLink(link))) return false;
  return isVisitorSuspect(signals) || (!visit.isScript && !visit.isPressed);
}

async function answerLanding(
  link: OpenRatingLink,
  form: HostedForm,
  signals: VisitSignals,
): Promise<FormAnswer> {
  const score = required(form.score);
  const result = await landOnLink(link, { score, signals, isTouch: form.action === "touch" });
  switch (result.kind) {
    case "given":
      return answerGiven(result.review, score);
    case "closed":
      return CLOSED;
    case "touch":
      return { kind: "notice", notice: { kind: "touch" }, saved: null };
    case "confirm":
      return { kind: "notice", notice: { kind: "confirm", score }, saved: null };
    case "submit":
      return { kind: "notice", notice: null, saved: null };
  }
}

function answerGiven(review: GivenReview | null, wanted: Score): FormAnswer {
  if (!review) return CLOSED;
  return { kind: "notice", notice: ratingNotice(review.score, wanted), saved: review.score };
}

function answerSubmit(result: Awaited<ReturnType<typeof submitReview>>): FormAnswer {
  if (!result) return CLOSED;
  const { review } = result;
  return {
    kind: "page",
    view: { kind: "thanks", score: review.score, body: review.body, reviewKey: null },
    kept: review,
  };
}

function required(score: Score | null): Score {
  if (score === null) throw new AppError("invalid", PAGE_WORDS.chooseStars, "score");
  return score;
}
