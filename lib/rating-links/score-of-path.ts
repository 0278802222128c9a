import { parseScore, type Score } from "@/lib/reviews/score";

/**
 * The score in `/r/<token>/<score>`: null when the path names none, undefined when it names something that is no score.
 * Punctuation that mail programs take for a part of the address is forgiven.
 */
export function scoreOfPath(parts: readonly string[] | undefined): Score | null | undefined {
  if (parts === undefined || parts.length === 0) return null;
  if (parts.length > 1) return undefined;
  return parseScore(parts[0]?.replace(/[.,;:!?)\]>'"]+$/, "")) ?? undefined;
}
