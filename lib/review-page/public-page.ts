import { paths } from "@/lib/paths";
import { newNonce } from "@/lib/review-page/form-nonce";
import type { FormAnswer } from "@/lib/review-page/form-answer";
import type { FormProblem, FormView, PageFrame } from "@/lib/review-page/page-view";
import type { PublicPage } from "@/lib/review-page/queries";
import { parseScore, type Score } from "@/lib/reviews/score";

/** The frame of the review page for visitors without a link, with a fresh nonce for the next form. */
export function publicFrame({ project, page }: PublicPage): PageFrame {
  return {
    project,
    settings: page,
    action: paths.publicReviewPage(project.slug),
    nonce: newNonce(`page:${project.id}`),
  };
}

type Typed = {
  score: Score | null;
  body: string | null;
  name: string | null;
  email: string | null;
  /** The key of the review that is edited. */
  reviewKey: string | null;
};

export const NOTHING_TYPED: Typed = { score: null, body: null, name: null, email: null, reviewKey: null };

/** The form of the public page with what was typed so far. */
export function publicForm(typed: Typed, problem: FormView["problem"] = null): FormView {
  return {
    kind: "form",
    notice: null,
    chosen: typed.score,
    body: typed.body,
    problem,
    visitor: { kind: "public", name: typed.name, email: typed.email, reviewKey: typed.reviewKey },
  };
}

/** The form again after a plain form: what was typed, with the sentence about it. */
export function publicFormAgain(
  fields: URLSearchParams,
  answer: Extract<FormAnswer, { kind: "notice" }> | FormProblem,
): FormView {
  const typed = {
    score: parseScore(fields.get("score")),
    body: fields.get("body"),
    name: fields.get("name"),
    email: fields.get("email"),
    reviewKey: fields.get("review"),
  };
  return publicForm(typed, "notice" in answer ? null : answer);
}
