const DEPTH_MAX = 32;

/** What of an input can't be kept: where it is, and why, in a sentence. */
export type Unfit = { path: string[]; sentence: string };

/**
 * The first place in a value at which no schema need look: text with U+0000, which Postgres doesn't store; text with half
 * a surrogate pair, which UTF-8 has no bytes for, so that it would come back as another text; or more levels than any
 * input of ours has. Null when there is none.
 */
export function findUnfit(value: unknown, path: string[] = []): Unfit | null {
  const found = (sentence: string): Unfit => ({ path, sentence });
  if (typeof value === "string") {
    if (value.includes("\0")) return found("Text can't contain the character U+0000.");
    return /\p{Surrogate}/u.test(value)
      ? found("Text can't contain half a character (a lone surrogate).")
      : null;
  }
  if (value === null || typeof value !== "object") return null;
  if (path.length >= DEPTH_MAX) return { path: path.slice(0, 1), sentence: "This is nested too deeply." };
  for (const [key, inner] of Object.entries(value)) {
    const unfit = findUnfit(key, path) ?? findUnfit(inner, [...path, key]);
    if (unfit) return unfit;
  }
  return null;
}
