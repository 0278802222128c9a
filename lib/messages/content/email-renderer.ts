import type { TemplateWords } from "@/lib/messages/content/built-in-templates";
import { emailBlocks } from "@/lib/messages/content/email-blocks";
import type { EmailFrame } from "@/lib/messages/content/email-document";
import { fillableEmail } from "@/lib/messages/content/email-slots";
import { fillText } from "@/lib/messages/content/fill-text";
import { previewText } from "@/lib/messages/content/preview-text";
import { ratingLines, type RatingUrls } from "@/lib/messages/content/rating-urls";
import { renderEmailHtml } from "@/lib/messages/content/render-email-html";
import { safeLine } from "@/lib/messages/content/safe-words";
import { templateParts } from "@/lib/messages/content/template-parts";
import type { TemplateValues } from "@/lib/messages/content/template-values";
import type { RenderedMessage } from "@/lib/messages/rendered-message";

export type EmailMessage = { values: TemplateValues; urls: RatingUrls; unsubscribeUrl: string };

/** Renders what all mails of one template share; the answer makes a single mail of it. */
export async function createEmailRenderer(
  frame: EmailFrame & { replyTo: string | null },
  words: TemplateWords,
): Promise<(message: EmailMessage) => RenderedMessage> {
  const subject = templateParts(words.subject ?? "");
  const body = templateParts(words.body);
  const reason = `You get this mail because you are a customer of ${frame.projectName}.`;
  const html = await renderEmailHtml(frame, emailBlocks(body), reason);
  const fillHtml = fillableEmail(html, body);
  return ({ values, urls, unsubscribeUrl }) => {
    const words = fillText(body, values, () => ratingLines("rating_links", urls));
    const foot = [reason, frame.postalAddress, `Unsubscribe: ${unsubscribeUrl}`].filter(Boolean);
    return {
      subject: safeLine(fillText(subject, values, () => "")) || frame.projectName,
      text: `${words}\n\n---\n${foot.join("\n\n")}\n`,
      html: fillHtml({ values, urls, unsubscribeUrl }),
      preview: previewText(fillText(body, values, () => " ")),
      segments: null,
      encoding: null,
      headers: {
        "List-Unsubscribe": `<${unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        ...(frame.replyTo && { "Reply-To": frame.replyTo }),
      },
    };
  };
}
