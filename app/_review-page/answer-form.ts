import { randomUUID } from "node:crypto";
import { AppError, type ErrorCode } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { readForm } from "@/lib/read-form";
import { requireOwnOrigin } from "@/lib/require-own-origin";
import type { FormAnswer } from "@/lib/review-page/form-answer";
import { PAGE_WORDS } from "@/lib/review-page/page-words";
import type { FormProblem, FormView, PageFrame } from "@/lib/review-page/page-view";
import { pageResponse } from "./html-response";
import { isScriptRequest, refuse, refuseLink } from "./refuse";
import { scriptResponse } from "./script-response";

type FormDoor = {
  frame: PageFrame;
  answer: () => Promise<FormAnswer>;
  /** The form again, as a page for a visitor without JavaScript. */
  showForm: (answer: Extract<FormAnswer, { kind: "notice" }> | FormProblem) => FormView;
};

/** The fields of a form, or the refusal of one that is over 256 KB or comes from another site. */
export async function readHostedForm(request: Request): Promise<URLSearchParams | Response> {
  try {
    requireOwnOrigin(request.headers);
    return await readForm(request);
  } catch (error) {
    if (error instanceof AppError)
      return refuse(request, error.status, PAGE_WORDS.refusedTitle, sentenceOf(error));
    throw error;
  }
}

/** Answers a form of the hosted page, to its script or as a whole page. */
export async function answerForm(request: Request, { frame, showForm, answer }: FormDoor): Promise<Response> {
  const settled = await answer().catch(toProblem);
  if (settled.kind === "closed") return refuseLink(request, settled.status);
  const headers: Record<string, string> =
    settled.kind === "problem" && settled.status === 429 ? { "retry-after": "600" } : {};
  if (isScriptRequest(request)) return scriptResponse(settled, frame, headers);
  switch (settled.kind) {
    case "notice":
      return pageResponse({ ...frame, view: showForm(settled) });
    case "page":
      return pageResponse({ ...frame, view: settled.view });
    case "problem":
      return pageResponse({ ...frame, view: showForm(settled.problem) }, settled.status, headers);
    case "stale":
      return pageResponse(
        { ...frame, view: showForm({ sentence: PAGE_WORDS.stale, field: undefined }) },
        403,
      );
  }
}

function toProblem(error: unknown): FormAnswer {
  if (error instanceof AppError) {
    return {
      kind: "problem",
      status: error.status,
      problem: { sentence: sentenceOf(error), field: error.field },
    };
  }
  const logId = randomUUID();
  logger.error({ err: error, logId }, "a form of the hosted page failed");
  const sentence = PAGE_WORDS.ourFault(logId.slice(0, 8));
  return { kind: "problem", status: 500, problem: { sentence, field: undefined } };
}

/** The page's own words for what the doors of all pages refuse. */
function sentenceOf(error: AppError): string {
  const sentences: Partial<Record<ErrorCode, string>> = {
    too_many_requests: PAGE_WORDS.tooMany,
    payload_too_large: PAGE_WORDS.tooBig,
    foreign_origin: PAGE_WORDS.otherSite,
  };
  return sentences[error.code] ?? error.message;
}
