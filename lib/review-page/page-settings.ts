import type { RatingSave } from "@/lib/db/generated/enums";
import { publicLink, type PublicLink } from "@/lib/review-page/schema";

/** What the hosted review page shows and does; one per project. */
export type PageSettings = {
  title: string;
  intro: string;
  thankYouTitle: string;
  thankYouText: string;
  /** `#rrggbb`. */
  color: string;
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
