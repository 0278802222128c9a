const WINDOW_MS = 60_000;
const LINKS_MAX = 20_000;

const seen = new Map<string, Map<number, number>>();

/**
 * Notes in this process's memory that a score of a link was asked for; nothing is stored. A scanner opens all five at
 * once, so its first landing can already be told from a customer's.
 * @returns how many different scores of the link were asked for within 60 s, this one included.
 */
export function noteScore(linkId: string, score: number, nowMs: number = Date.now()): number {
  const scores = seen.get(linkId) ?? new Map<number, number>();
  for (const [known, atMs] of scores) if (nowMs - atMs >= WINDOW_MS) scores.delete(known);
  scores.set(score, nowMs);
  seen.delete(linkId);
  seen.set(linkId, scores);
  const oldest = seen.keys().next().value;
  if (seen.size > LINKS_MAX && oldest !== undefined) seen.delete(oldest);
  return scores.size;
}
