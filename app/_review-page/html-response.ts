import { PAGE_SCRIPTS } from "@/components/review-page/hosted-document";
import { pageStyle } from "@/components/review-page/page-style";
import { renderPage, renderPlainPage } from "@/components/review-page/render-page";
import { pageHeaders } from "@/lib/review-page/page-headers";
import { DEFAULT_PAGE_SETTINGS } from "@/lib/review-page/page-settings";
import type { HostedPage } from "@/lib/review-page/page-view";

/** A hosted page as an answer. */
export async function pageResponse(
  page: HostedPage,
  status = 200,
  headers: Record<string, string> = {},
): Promise<Response> {
  const style = pageStyle(page.settings.color);
  return new Response(await renderPage(page), {
    status,
    headers: { ...pageHeaders({ style, scripts: PAGE_SCRIPTS }), ...headers },
  });
}

/** A page that only says something. */
export async function plainResponse(title: string, text: string, status: number): Promise<Response> {
  const style = pageStyle(DEFAULT_PAGE_SETTINGS.color);
  return new Response(await renderPlainPage(title, text), {
    status,
    headers: pageHeaders({ style, scripts: [] }),
  });
}
