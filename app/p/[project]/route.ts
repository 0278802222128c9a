import { answerForm, readHostedForm } from "@/app/_review-page/answer-form";
import { pageResponse } from "@/app/_review-page/html-response";
import { refuseLink } from "@/app/_review-page/refuse";
import { clientAddress } from "@/lib/client-address";
import { answerPublicForm } from "@/lib/review-page/answer-public-form";
import { NOTHING_TYPED, publicForm, publicFormAgain, publicFrame } from "@/lib/review-page/public-page";
import { findPublicPage } from "@/lib/review-page/queries";

type Context = { params: Promise<{ project: string }> };

/** The review page for visitors without a link. Public. It changes nothing, nor does HEAD. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const page = await findPublicPage((await context.params).project);
  if (!page) return refuseLink(request, 404);
  return pageResponse({ ...publicFrame(page), view: publicForm(NOTHING_TYPED) });
}

/** The forms of that page: submitting a review, and editing the one just made. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const fields = await readHostedForm(request);
  if (fields instanceof Response) return fields;
  const page = await findPublicPage((await context.params).project);
  if (!page) return refuseLink(request, 404);
  return answerForm(request, {
    frame: publicFrame(page),
    answer: () => answerPublicForm(page, fields, clientAddress(request.headers)),
    showForm: (answer) => publicFormAgain(fields, answer),
  });
}
