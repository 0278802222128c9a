import type { Prisma } from "@/lib/db/generated/client";
import type { MessageChannel, TemplateKind } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import { createEmailRenderer } from "@/lib/messages/content/email-renderer";
import { ratingUrls } from "@/lib/messages/content/rating-urls";
import { createSmsRenderer } from "@/lib/messages/content/sms-renderer";
import { templateValues } from "@/lib/messages/content/template-values";
import { toTemplates } from "@/lib/messages/content/to-templates";
import { yearThere } from "@/lib/messages/content/year-there";
import type { RenderedMessage } from "@/lib/messages/rendered-message";
import { toMessageSettings } from "@/lib/messages/settings/read-message-settings";
import { DEFAULT_PAGE_SETTINGS } from "@/lib/review-page/page-settings";
import type { SnapshotCustomer } from "@/lib/reviews/review-snapshot";

export type MessageToRender = {
  channel: MessageChannel;
  kind: TemplateKind;
  customer: SnapshotCustomer;
  /** Of its rating link. It stands in the message's links and nowhere else. */
  token: string;
  /** A full http(s) URL; needed by an e-mail, which carries it in its headers and visibly. */
  unsubscribeUrl: string | null;
};

/**
 * Loads what a project's messages share: settings, templates, review page. The answer renders one message at once and
 * without the database.
 * @param client the database or a transaction
 * @throws AppError `not_found` for an unknown project; the answer throws on an e-mail without an unsubscribe URL
 */
export async function createMessageRenderer(
  client: Prisma.TransactionClient,
  projectId: string,
): Promise<(message: MessageToRender) => RenderedMessage> {
  const project = await client.project.findUnique({
    where: { id: projectId },
    select: {
      name: true,
      timezone: true,
      reviewPage: { select: { color: true } },
      messageSettings: true,
      messageTemplates: true,
    },
  });
  if (!project) throw new AppError("not_found");
  const settings = toMessageSettings(project.messageSettings);
  const templates = toTemplates(project.messageTemplates);
  const frame = {
    projectName: project.name,
    color: project.reviewPage?.color ?? DEFAULT_PAGE_SETTINGS.color,
    linkStyle: settings.linkStyle,
    postalAddress: settings.postalAddress,
    replyTo: settings.replyTo,
  };
  const email = {
    request: await createEmailRenderer(frame, templates.email.request),
    reminder: await createEmailRenderer(frame, templates.email.reminder),
  };
  const sms = {
    request: createSmsRenderer(templates.sms.request),
    reminder: createSmsRenderer(templates.sms.reminder),
  };
  const year = yearThere(project.timezone);
  return ({ channel, kind, customer, token, unsubscribeUrl }) => {
    const values = templateValues({ name: project.name, year }, customer);
    const urls = ratingUrls(token);
    if (channel === "sms") return sms[kind]({ values, urls });
    return email[kind]({ values, urls, unsubscribeUrl: webUrl(unsubscribeUrl) });
  };
}

function webUrl(url: string | null): string {
  const { href, protocol } = new URL(url ?? "missing:");
  if (protocol !== "https:" && protocol !== "http:") {
    throw new Error("An e-mail needs a full URL to unsubscribe by.");
  }
  return href;
}
