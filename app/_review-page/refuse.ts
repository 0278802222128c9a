import type { HostedAnswer } from "@/lib/review-page/hosted-answer";
import { PRIVATE_HEADERS } from "@/lib/review-page/page-headers";
import { PAGE_WORDS } from "@/lib/review-page/page-words";
import { plainResponse } from "./html-response";

/** An answer with nothing in it; each real one says what differs. */
export const NO_ANSWER: HostedAnswer = {
  state: "problem",
  nonce: null,
  html: null,
  sentence: null,
  field: null,
  saved: null,
  kept: null,
};

/** True when the page's script sent the form. */
export function isScriptRequest(request: Request): boolean {
  return request.headers.get("accept") === "application/json";
}

/** A sentence as a page of its own, or for the page's script. */
export async function refuse(
  request: Request,
  status: number,
  title: string,
  sentence: string,
): Promise<Response> {
  if (!isScriptRequest(request)) return plainResponse(title, sentence, status);
  return Response.json({ ...NO_ANSWER, sentence }, { status, headers: PRIVATE_HEADERS });
}

/** For unknown, tampered, expired and canceled links alike, so that a guess learns nothing. */
export function refuseLink(request: Request, status: 404 | 410): Promise<Response> {
  return refuse(request, status, PAGE_WORDS.closedTitle, PAGE_WORDS.closed);
}
