import type { TemplateWords } from "@/lib/messages/content/built-in-templates";
import { fillText } from "@/lib/messages/content/fill-text";
import { previewText } from "@/lib/messages/content/preview-text";
import { ratingLines, type RatingUrls } from "@/lib/messages/content/rating-urls";
import { smsSize } from "@/lib/messages/content/sms-segments";
import { templateParts } from "@/lib/messages/content/template-parts";
import type { TemplateValues } from "@/lib/messages/content/template-values";
import type { RenderedMessage } from "@/lib/messages/rendered-message";

/** Takes an SMS template apart once; the answer makes a single SMS of it. */
export function createSmsRenderer(
  words: TemplateWords,
): (message: { values: TemplateValues; urls: RatingUrls }) => RenderedMessage {
  const body = templateParts(words.body);
  return ({ values, urls }) => {
    const text = fillText(body, values, (name) => ratingLines(name, urls));
    const { segments, encoding } = smsSize(text);
    return {
      subject: null,
      text,
      html: null,
      preview: previewText(fillText(body, values, () => " ")),
      segments,
      encoding,
      headers: {},
    };
  };
}
