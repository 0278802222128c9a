export const REVIEW_TEXT_MAX = 5_000;

/**
 * What somebody typed, as it is kept: line ends as `\n`, no NUL (Postgres has none in text), no lone surrogates (JSON
 * and UTF-8 would disagree about them), no surrounding white space. Null when nothing is left.
 */
export function cleanText(typed: string): string | null {
  const text = typed
    .replaceAll("\r\n", "\n")
    .replaceAll("\u0000", "")
    .replaceAll(/\p{Surrogate}/gu, "\ufffd")
    .trim();
  return text === "" ? null : text;
}

/** True when it has at most 5,000 characters, counted like a browser's `maxlength`: UTF-16 code units, line ends as one. */
export function isReviewTextShortEnough(typed: string): boolean {
  return typed.replaceAll("\r\n", "\n").length <= REVIEW_TEXT_MAX;
}
