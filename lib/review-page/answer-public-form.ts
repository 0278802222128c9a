import { AppError } from "@/lib/errors";
import { requireWithinLimit } from "@/lib/rate-limit";
import { type FormAnswer, oneButton } from "@/lib/review-page/form-answer";
import { type HostedForm, parseHostedForm } from "@/lib/review-page/form-input";
import { isNonceGood, newReviewKey, openReviewKey } from "@/lib/review-page/form-nonce";
import { PAGE_WORDS } from "@/lib/review-page/page-words";
import { publicForm } from "@/lib/review-page/public-page";
import { findPublicReview, type PublicPage } from "@/lib/review-page/queries";
import { editPublicReview } from "@/lib/reviews/commands/edit-public-review";
import { submitPublicReview } from "@/lib/reviews/commands/submit-public-review";
import { toScore } from "@/lib/reviews/score";

const SUBMITS = { name: "public-review", max: 10, windowMs: 10 * 60 * 1000 };

/**
 * Answers one form of a public review page.
 * @param address of the sender, for the limit of 10 submits in 10 minutes.
 * @throws AppError `invalid` with the field and a sentence; `too_many_requests`; `not_found` for a review that can't be
 *   edited any more.
 */
export async function answerPublicForm(
  page: PublicPage,
  fields: URLSearchParams,
  address: string,
): Promise<FormAnswer> {
  const nonce = fields.get("nonce") ?? "";
  if (!isNonceGood(nonce, `page:${page.project.id}`)) return { kind: "stale" };
  const form = parseHostedForm(fields);
  if (form.action === "edit") return editForm(page, form.review ?? "");
  if (form.action !== "submit") throw new AppError("invalid");
  if (form.score === null) throw new AppError("invalid", PAGE_WORDS.chooseStars, "score");
  if (form.website && !form.confirmed) return oneButton(fields, form.score);
  await requireWithinLimit({ ...SUBMITS, subject: [address] });
  const reviewId = await save(page, form);
  const kept = await findPublicReview(page.project.id, reviewId);
  if (!kept) throw new AppError("not_found", PAGE_WORDS.reviewGone);
  return {
    kind: "page",
    view: {
      kind: "thanks",
      score: toScore(kept.score),
      body: kept.body,
      reviewKey: newReviewKey(kept.id),
    },
    kept: { score: toScore(kept.score), body: kept.body },
  };
}

async function save(page: PublicPage, form: HostedForm): Promise<string> {
  if (!form.review) return submitPublicReview(page.project, { ...form, isSuspect: form.website });
  const reviewId = requireReviewId(form.review);
  await editPublicReview(page.project, reviewId, form);
  return reviewId;
}

async function editForm(page: PublicPage, reviewKey: string): Promise<FormAnswer> {
  const review = await findPublicReview(page.project.id, requireReviewId(reviewKey));
  if (!review) throw new AppError("not_found", PAGE_WORDS.reviewGone);
  const view = publicForm({
    score: toScore(review.score),
    body: review.body,
    name: review.reviewerName,
    email: review.reviewerEmail,
    reviewKey,
  });
  return { kind: "page", view, kept: null };
}

function requireReviewId(reviewKey: string): string {
  const reviewId = openReviewKey(reviewKey);
  if (reviewId === null) throw new AppError("not_found", PAGE_WORDS.reviewGone);
  return reviewId;
}
