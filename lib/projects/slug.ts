const lengthMax = 60;

/** Words that stand where a slug would in our own URLs. */
const reserved = new Set(["new"]);

/** Lower-case letters, digits and single hyphens between them, 2 to 60 characters. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** True when the slug can be a project's. */
export function isFreeWord(slug: string): boolean {
  return !reserved.has(slug);
}

/** A slug from a name: "Café Zürich 24/7" → "cafe-zurich-24-7". A name without Latin letters gives "project". */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, lengthMax - 4)
    .replace(/^-+|-+$/g, "");
  return slug.length >= 2 && isFreeWord(slug) ? slug : "project";
}
