import { answerForm, readHostedForm } from "@/app/_review-page/answer-form";
import { pageResponse } from "@/app/_review-page/html-response";
import { isScriptRequest, refuseLink } from "@/app/_review-page/refuse";
import { findRatingLink } from "@/lib/rating-links/find-rating-link";
import { isPressedForm } from "@/lib/rating-links/pressed-form";
import { scoreOfPath } from "@/lib/rating-links/score-of-path";
import { isPrefetchRequest } from "@/lib/rating-links/visit-signals";
import { answerLinkForm } from "@/lib/review-page/answer-link-form";
import { formAgain, linkFrame, viewLink } from "@/lib/review-page/link-page";

type Context = { params: Promise<{ token: string; score?: string[] }> };

/** The customer's page behind a rating link. Public; the token is the key. It changes nothing, nor does HEAD. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const { token, score: path } = await context.params;
  const score = scoreOfPath(path);
  if (score === undefined) return refuseLink(request, 404);
  const found = await findRatingLink(token);
  if (found.state !== "open") return refuseLink(request, found.state === "unknown" ? 404 : 410);
  return pageResponse({ ...linkFrame(token, found.link), view: viewLink(found.link, score) });
}

/** The forms of that page: landing, confirming, changing and submitting, by its script or without. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { token } = await context.params;
  const fields = await readHostedForm(request);
  if (fields instanceof Response) return fields;
  const found = await findRatingLink(token);
  if (found.state !== "open") return refuseLink(request, found.state === "unknown" ? 404 : 410);
  const { link } = found;
  const visit = {
    isScript: isScriptRequest(request),
    isPressed: isPressedForm(request.headers),
    userAgent: request.headers.get("user-agent") ?? "",
    isPrefetch: isPrefetchRequest(request.headers),
  };
  return answerForm(request, {
    frame: linkFrame(token, link),
    answer: () => answerLinkForm(link, fields, visit),
    showForm: (answer) => formAgain(link, fields, answer),
  });
}
