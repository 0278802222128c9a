import { renderMain, renderNotice } from "@/components/review-page/render-page";
import type { FormAnswer } from "@/lib/review-page/form-answer";
import type { HostedAnswer } from "@/lib/review-page/hosted-answer";
import { PRIVATE_HEADERS } from "@/lib/review-page/page-headers";
import { PAGE_WORDS } from "@/lib/review-page/page-words";
import type { PageFrame } from "@/lib/review-page/page-view";
import { NO_ANSWER } from "./refuse";

export type OpenAnswer = Exclude<FormAnswer, { kind: "closed" }>;

/** What became of a form, for the page's script. */
export async function scriptResponse(
  answer: OpenAnswer,
  frame: PageFrame,
  headers: Record<string, string>,
): Promise<Response> {
  const [status, body] = await toHostedAnswer(answer, frame);
  return Response.json({ ...NO_ANSWER, ...body }, { status, headers: { ...PRIVATE_HEADERS, ...headers } });
}

async function toHostedAnswer(
  answer: OpenAnswer,
  frame: PageFrame,
): Promise<[status: number, body: Partial<HostedAnswer>]> {
  const { action, nonce } = frame;
  switch (answer.kind) {
    case "notice": {
      const html = answer.notice ? await renderNotice(answer.notice, action, nonce) : "";
      const state = answer.notice?.kind === "touch" ? "touch" : "notice";
      return [200, { state, nonce, html, saved: answer.saved }];
    }
    case "page": {
      const reviewKey = answer.view.kind === "thanks" ? answer.view.reviewKey : null;
      const kept = answer.kept && { score: answer.kept.score, body: answer.kept.body, reviewKey };
      return [200, { state: "main", nonce, html: await renderMain({ ...frame, view: answer.view }), kept }];
    }
    case "problem":
      return [answer.status, { sentence: answer.problem.sentence, field: answer.problem.field ?? null }];
    case "stale":
      return [403, { state: "stale", sentence: PAGE_WORDS.stale }];
  }
}
