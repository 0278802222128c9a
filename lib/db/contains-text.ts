/**
 * A filter of Prisma for text that holds these characters, in any case. Prisma hands them to LIKE as they are, for which
 * `%`, `_` and `\` mean something.
 */
export function containsText(text: string): { contains: string; mode: "insensitive" } {
  return { contains: text.replaceAll(/[\\%_]/g, String.raw`\$&`), mode: "insensitive" };
}
