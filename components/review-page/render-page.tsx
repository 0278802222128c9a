import type { ReactElement } from "react";
import { HostedDocument } from "@/components/review-page/hosted-document";
import { HostedPageMain } from "@/components/review-page/hosted-page-main";
import { PlainDocument } from "@/components/review-page/plain-document";
import { RatingNotice } from "@/components/review-page/rating-notice";
import { UnsubscribeDocument, type UnsubscribePage } from "@/components/review-page/unsubscribe-document";
import type { HostedPage, RatingNotice as Notice } from "@/lib/review-page/page-view";

/** Next refuses a static import of react-dom/server in a route handler's graph, since a page would stream instead. */
async function toHtml(element: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import("react-dom/server");
  return renderToStaticMarkup(element);
}

/** A whole hosted page. */
export async function renderPage(page: HostedPage): Promise<string> {
  return `<!doctype html>${await toHtml(<HostedDocument page={page} />)}`;
}

/** What stands inside `<main>`. */
export async function renderMain(page: HostedPage): Promise<string> {
  return toHtml(<HostedPageMain page={page} />);
}

/** What stands above the form. */
export async function renderNotice(
  notice: Exclude<Notice, null>,
  to: string,
  nonce: string,
): Promise<string> {
  return toHtml(<RatingNotice notice={notice} to={to} nonce={nonce} />);
}

/** A page that only says something. */
export async function renderPlainPage(title: string, text: string): Promise<string> {
  return `<!doctype html>${await toHtml(<PlainDocument title={title} text={text} />)}`;
}

/** The page of an unsubscribe link. */
export async function renderUnsubscribePage(page: UnsubscribePage): Promise<string> {
  return `<!doctype html>${await toHtml(<UnsubscribeDocument {...page} />)}`;
}
