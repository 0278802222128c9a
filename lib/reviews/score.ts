import { SCORE_LABELS } from "@/lib/webhooks/review-payload";

export const SCORES = [1, 2, 3, 4, 5] as const;

export type Score = (typeof SCORES)[number];

/** The score a piece of text says, or null when it says none of 1 to 5. */
export function parseScore(text: string | null | undefined): Score | null {
  return SCORES.find((score) => String(score) === text) ?? null;
}

/** A stored score as a Score. @throws when the database holds something else, which its writers rule out. */
export function toScore(value: number): Score {
  const score = SCORES.find((known) => known === value);
  if (score === undefined) throw new RangeError(`${value} is not a score.`);
  return score;
}

/** "Very good". */
export function scoreLabel(score: Score): (typeof SCORE_LABELS)[number] {
  return SCORE_LABELS[score - 1] ?? "Excellent";
}
