import { paths } from "@/lib/paths";
import type { OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { guardedLink, guardSettings } from "@/lib/rating-links/guard-settings";
import { openedScores } from "@/lib/rating-links/opened-scores";
import { couldBeScanned } from "@/lib/rating-links/scanner-guard";
import { newNonce } from "@/lib/review-page/form-nonce";
import type { FormAnswer } from "@/lib/review-page/form-answer";
import type { FormProblem, FormView, PageFrame, RatingNotice } from "@/lib/review-page/page-view";
import { parseScore, type Score } from "@/lib/reviews/score";

/** The frame of a rating link's pages, with a fresh nonce for the next form. */
export function linkFrame(token: string, link: OpenRatingLink): PageFrame {
  return {
    project: link.project,
    settings: link.page,
    action: paths.ratingLink(token),
    nonce: newNonce(`link:${link.id}`),
  };
}

/** What a visit of a rating link shows before anything is sent. Changes nothing that is stored. */
export function viewLink(link: OpenRatingLink, score: Score | null): FormView {
  if (score !== null && couldBeScanned(guardSettings(), guardedLink(link))) {
    openedScores().note(link.id, score);
  }
  return linkForm(link, firstNotice(link, score), link.review?.score ?? score);
}

/** The form of a rating link. */
export function linkForm(
  link: OpenRatingLink,
  notice: RatingNotice,
  chosen: Score | null,
  typed?: Pick<FormView, "body" | "problem">,
): FormView {
  return {
    kind: "form",
    notice,
    chosen,
    body: link.review?.body ?? null,
    problem: null,
    ...typed,
    visitor: { kind: "customer", firstName: link.request.customer.firstName },
  };
}

function firstNotice(link: OpenRatingLink, score: Score | null): RatingNotice {
  if (link.review) return ratingNotice(link.review.score, score);
  if (score === null || link.page.ratingSave === "on_submit") return null;
  return { kind: "landing", score };
}

/** A rating that exists is never changed without being asked for. */
export function ratingNotice(given: Score, wanted: Score | null): RatingNotice {
  return wanted === null || wanted === given
    ? { kind: "saved", score: given }
    : { kind: "change", from: given, to: wanted };
}

/** The form again after a plain form: what became of the rating, or what was typed with the sentence about it. */
export function formAgain(
  link: OpenRatingLink,
  fields: URLSearchParams,
  answer: Extract<FormAnswer, { kind: "notice" }> | FormProblem,
): FormView {
  const typedScore = parseScore(fields.get("score"));
  if ("notice" in answer) return linkForm(link, answer.notice, answer.saved ?? typedScore);
  const notice = link.review && ratingNotice(link.review.score, null);
  const typed = { body: fields.get("body") ?? link.review?.body ?? null, problem: answer };
  return linkForm(link, notice, typedScore ?? link.review?.score ?? null, typed);
}
