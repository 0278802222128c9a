import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { TemplateWords } from "@/lib/messages/content/built-in-templates";
import { createEmailRenderer } from "@/lib/messages/content/email-renderer";
import { ratingUrls } from "@/lib/messages/content/rating-urls";
import { createSmsRenderer } from "@/lib/messages/content/sms-renderer";
import { templateValues } from "@/lib/messages/content/template-values";
import { yearThere } from "@/lib/messages/content/year-there";
import type { RenderedMessage } from "@/lib/messages/rendered-message";
import { paths } from "@/lib/paths";
import { DEFAULT_PAGE_SETTINGS } from "@/lib/review-page/page-settings";

/** As long as a real token, and never one: its links open the page that says so. */
const SAMPLE_TOKEN = "0example0example0";

type Sample = {
  words: TemplateWords;
  linkStyle: "stars" | "button";
  postalAddress: string;
  reader: { firstName: string | null; lastName: string | null };
};

/** A message as it would be with these words, for a reader who is no customer. Its links lead to nothing. */
export async function renderSample(
  projectId: string,
  channel: "email" | "sms",
  { words, linkStyle, postalAddress, reader }: Sample,
): Promise<RenderedMessage & { projectName: string }> {
  const project = await db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { name: true, timezone: true, reviewPage: { select: { color: true } } },
  });
  const projectName = project.name;
  const values = templateValues({ name: projectName, year: yearThere(project.timezone) }, reader);
  const urls = ratingUrls(SAMPLE_TOKEN);
  if (channel === "sms") return { ...createSmsRenderer(words)({ values, urls }), projectName };
  const color = project.reviewPage?.color ?? DEFAULT_PAGE_SETTINGS.color;
  const frame = { projectName, color, linkStyle, postalAddress, replyTo: null };
  const render = await createEmailRenderer(frame, words);
  const unsubscribeUrl = env().APP_URL + paths.unsubscribe("example");
  return { ...render({ values, urls, unsubscribeUrl }), projectName };
}
