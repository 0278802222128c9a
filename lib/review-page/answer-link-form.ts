import type { GivenReview, OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { guardedLink, guardSettings } from "@/lib/rating-links/guard-settings";
import { landOnLink } from "@/lib/rating-links/land-on-link";
import { isGuarded } from "@/lib/rating-links/scanner-guard";
import { AppError } from "@/lib/errors";
import { isNonceGood } from "@/lib/review-page/form-nonce";
import { type FormAnswer, type FormVisit, oneButton } from "@/lib/review-page/form-answer";
import { type HostedForm, parseHostedForm } from "@/lib/review-page/form-input";
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
  if (needsOneButton(link, form, visit)) return oneButton(fields, form.score);
  switch (form.action) {
    case "land":
    case "touch":
      return answerLanding(link, form, visit);
    case "confirm": {
      const score = required(form.score);
      return answerGiven(await confirmRating(link, score), score);
    }
    case "change": {
      const to = required(form.score);
      return answerGiven(await changeRating(link, { nonce, from: required(form.from), to }), to);
    }
    case "submit":
      return answerSubmit(await submitReview(link, { nonce, score: form.score, body: form.body }));
    case "edit":
      throw new AppError("invalid");
  }
}

/** A plain form could come from a scanner that sends forms; so could one with the decoy filled in. */
function needsOneButton(link: OpenRatingLink, form: HostedForm, visit: FormVisit): boolean {
  if (form.confirmed || form.action === "land" || form.action === "touch") return false;
  return (!visit.isScript || form.website) && isGuarded(guardSettings(), guardedLink(link));
}

async function answerLanding(link: OpenRatingLink, form: HostedForm, visit: FormVisit): Promise<FormAnswer> {
  const score = required(form.score);
  const result = await landOnLink(link, {
    score,
    isTouch: form.action === "touch",
    signals: {
      userAgent: visit.userAgent,
      isPrefetch: visit.isPrefetch,
      isAutomated: form.automated,
      tookDecoy: form.website,
    },
  });
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
  if (score === null) throw new AppError("invalid", "Choose a number of stars first.", "score");
  return score;
}
