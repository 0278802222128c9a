import { env } from "@/lib/env";
import type { LinkPlaceholder } from "@/lib/messages/content/placeholders";
import { paths } from "@/lib/paths";
import { scoreLabel, SCORES, type Score } from "@/lib/reviews/score";

/** The links of one message. */
export type RatingUrls = { page: string; of: Record<Score, string> };

/** The full URLs that a message's token makes. */
export function ratingUrls(token: string): RatingUrls {
  const url = (score?: Score) => env().APP_URL + paths.ratingLink(token, score);
  return { page: url(), of: { 1: url(1), 2: url(2), 3: url(3), 4: url(4), 5: url(5) } };
}

/** The links as lines of plain text: one for each score, or the one of the page. */
export function ratingLines(style: LinkPlaceholder, urls: RatingUrls): string {
  if (style === "rating_link") return urls.page;
  return SCORES.map((score) => `${score} ${scoreLabel(score)}: ${urls.of[score]}`).join("\n");
}
