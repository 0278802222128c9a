export const NUL_SENTENCE = "Text can't contain the character U+0000.";

/** Where a value holds the character U+0000, which Postgres doesn't store in text: its path, or null when nowhere. */
export function findNul(value: unknown, path: string[] = []): string[] | null {
  if (typeof value === "string") return value.includes("\0") ? path : null;
  if (value === null || typeof value !== "object") return null;
  for (const [key, inner] of Object.entries(value)) {
    if (key.includes("\0")) return path;
    const found = findNul(inner, [...path, key]);
    if (found) return found;
  }
  return null;
}
