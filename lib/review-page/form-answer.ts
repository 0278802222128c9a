import type { FormProblem, PageView, RatingNotice } from "@/lib/review-page/page-view";
import type { GivenReview } from "@/lib/rating-links/find-rating-link";
import type { Score } from "@/lib/reviews/score";

/** What became of a form of the hosted page. */
export type FormAnswer =
  /** The rating is saved, or what is needed for that; the form stays as it is. */
  | { kind: "notice"; notice: RatingNotice; saved: Score | null }
  /** A new page. `kept`: what the review holds after a submit; differs from what was sent when the form came before. */
  | { kind: "page"; view: PageView; kept: Pick<GivenReview, "score" | "body"> | null }
  /** Nothing was changed. */
  | { kind: "problem"; problem: FormProblem; status: number }
  /** The nonce is old or not ours; nothing was changed. */
  | { kind: "stale" }
  /** The link no longer works. */
  | { kind: "closed"; status: 404 | 410 };

/** Who sent a form and how, as far as the request tells. */
export type FormVisit = {
  /** Sent by the page's script; otherwise a plain form. */
  isScript: boolean;
  /** For a plain form: the browser says that a person set it off. */
  isPressed: boolean;
  userAgent: string;
  isPrefetch: boolean;
};

/** The page with one button: the form's own fields, to be sent once more. */
export function oneButton(fields: URLSearchParams, score: Score | null): FormAnswer {
  const { nonce: _nonce, ...kept } = Object.fromEntries(fields);
  return { kind: "page", view: { kind: "one_button", fields: kept, score }, kept: null };
}
