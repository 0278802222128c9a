import type { Access } from "@/lib/auth/access";
import type { LinkPlaceholder } from "@/lib/messages/content/placeholders";
import { smsSize, type SmsSize } from "@/lib/messages/content/sms-segments";
import { senderAddress } from "@/lib/messages/sending/sender-address";
import { renderSample } from "@/lib/messages/settings/render-sample";
import type { PreviewInput } from "@/lib/messages/settings/schema";
import { withLinkStyle } from "@/lib/messages/settings/sms-link-style";

export type MessagePreview = {
  from: string;
  subject: string | null;
  text: string;
  html: string | null;
  /** SMS only: how it is cut with the links in either style. */
  sizes: Record<LinkPlaceholder, SmsSize> | null;
};

/** The typed words as a customer named Jane Doe would get them. */
export async function previewMessage(access: Access, input: PreviewInput): Promise<MessagePreview> {
  const { channel, senderName, linkStyle, postalAddress } = input;
  const render = async (body: string) =>
    renderSample(access.projectId, channel, {
      words: { subject: channel === "email" ? input.subject : null, body },
      linkStyle,
      postalAddress,
      reader: { firstName: "Jane", lastName: "Doe" },
    });
  const sizeOf = async (style: LinkPlaceholder) =>
    smsSize((await render(withLinkStyle(input.body, style))).text);
  const { projectName, subject, text, html } = await render(input.body);
  return {
    from: senderAddress(channel, { projectName, senderName }),
    subject,
    text,
    html,
    sizes:
      channel === "sms"
        ? { rating_links: await sizeOf("rating_links"), rating_link: await sizeOf("rating_link") }
        : null,
  };
}
