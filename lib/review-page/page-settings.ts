import { z } from "zod";
import type { RatingSave } from "@/lib/db/generated/enums";

export const publicLink = z.object({
  label: z
    .string()
    .trim()
    .min(1, "Give the link a name, for example Google.")
    .max(60, "Use at most 60 characters."),
  url: z
    .string()
    .trim()
    .max(2_000, "Use at most 2,000 characters.")
    .pipe(
      z.url({
        protocol: /^https?$/,
        hostname: z.regexes.hostname,
        error: "This isn't a full URL, for example https://example.com/reviews.",
      }),
    ),
});

export type PublicLink = z.output<typeof publicLink>;

/** What the hosted review page shows and does; one per project. */
export type PageSettings = {
  title: string;
  intro: string;
  thankYouTitle: string;
  thankYouText: string;
  /** `#rrggbb`. */
  color: string;
  /** Shown after Submit, the same for every score. */
  links: PublicLink[];
  ratingSave: RatingSave;
  /** Null: links live for ever. */
  linkExpiryDays: number | null;
};

export const DEFAULT_PAGE_SETTINGS: PageSettings = {
  title: "How was it?",
  intro: "",
  thankYouTitle: "Thank you",
  thankYouText: "Your review helps us get better.",
  color: "#0f766e",
  links: [],
  ratingSave: "automatic",
  linkExpiryDays: null,
};

/** The links of a stored page; what isn't a link of ours is left out. */
export function readPublicLinks(stored: unknown): PublicLink[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((item) => {
    const link = publicLink.safeParse(item);
    return link.success ? [link.data] : [];
  });
}
