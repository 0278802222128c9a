import { escapeHtml } from "@/lib/escape-html";
import type { RatingUrls } from "@/lib/messages/content/rating-urls";
import type { TemplatePart } from "@/lib/messages/content/template-parts";
import { type TemplateValues, valueText } from "@/lib/messages/content/template-values";
import { SCORES, type Score } from "@/lib/reviews/score";

/** Where something of one customer stands in the HTML that all mails of a kind share. */
export const slot = {
  value: (index: number) => `\uE000v${index}\uE001`,
  score: (score: Score) => `\uE000s${score}\uE001`,
  page: "\uE000page\uE001",
  unsubscribe: "\uE000unsubscribe\uE001",
} as const;

const SLOT = /\uE000([a-z0-9]+)\uE001/;

type EmailFilling = { values: TemplateValues; urls: RatingUrls; unsubscribeUrl: string };

/**
 * Takes HTML with slots apart once, so that a mail is a matter of joining strings. Slots are made of private-use
 * characters, which no template and no value keeps; everything that fills them is escaped.
 */
export function fillableEmail(
  html: string,
  parts: readonly TemplatePart[],
): (filling: EmailFilling) => string {
  const pieces = html.split(SLOT);
  return ({ values, urls, unsubscribeUrl }) => {
    const filling = new Map([
      ["page", escapeHtml(urls.page)],
      ["unsubscribe", escapeHtml(unsubscribeUrl)],
      ...SCORES.map((score) => [`s${score}`, escapeHtml(urls.of[score])] as const),
      ...parts.map((part, index) => [`v${index}`, valueHtml(part, values)] as const),
    ]);
    return pieces.map((piece, at) => (at % 2 === 0 ? piece : (filling.get(piece) ?? ""))).join("");
  };
}

/** In an element of its own, so that a name from right to left doesn't turn its sentence. */
function valueHtml(part: TemplatePart, values: TemplateValues): string {
  if (part.kind !== "value") return "";
  const text = valueText(part, values);
  return text && `${part.lead}<span dir="auto">${escapeHtml(text.slice(part.lead.length))}</span>`;
}
