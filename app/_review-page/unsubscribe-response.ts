import { pageStyle } from "@/components/review-page/page-style";
import { renderUnsubscribePage } from "@/components/review-page/render-page";
import { paths } from "@/lib/paths";
import { pageHeaders } from "@/lib/review-page/page-headers";
import { DEFAULT_PAGE_SETTINGS } from "@/lib/review-page/page-settings";
import type { UnsubscribeLink } from "@/lib/suppressions/unsubscribe-link";

/** The page of an unsubscribe link, as it stands now. */
export async function unsubscribeResponse(token: string, link: UnsubscribeLink): Promise<Response> {
  const { projectName, address, isUnsubscribed } = link;
  const action = paths.unsubscribe(token);
  const page = { projectName, channel: address.channel, isUnsubscribed, action };
  const style = pageStyle(DEFAULT_PAGE_SETTINGS.color);
  return new Response(await renderUnsubscribePage(page), {
    headers: pageHeaders({ style, scripts: [] }),
  });
}
