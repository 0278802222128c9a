import { HostedPageMain } from "@/components/review-page/hosted-page-main";
import { CAPTURE_SCRIPT, FORM_SCRIPT } from "@/components/review-page/page-assets";
import { pageStyle } from "@/components/review-page/page-style";
import { PAGE_WORDS } from "@/lib/review-page/page-words";
import type { HostedPage } from "@/lib/review-page/page-view";

/** The scripts of a page, in the order in which they stand in it. */
export const PAGE_SCRIPTS = [CAPTURE_SCRIPT, FORM_SCRIPT] as const;

/** A whole hosted page. Its head starts saving the rating before the body is read. */
export function HostedDocument({ page }: { page: HostedPage }) {
  const { settings, project, view } = page;
  const landing = view.kind === "form" && view.notice?.kind === "landing" ? view.notice.score : undefined;
  return (
    <html lang={PAGE_WORDS.language} data-action={page.action} data-nonce={page.nonce} data-land={landing}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${settings.title} · ${project.name}`}</title>
        <script dangerouslySetInnerHTML={{ __html: CAPTURE_SCRIPT }} />
        <style dangerouslySetInnerHTML={{ __html: pageStyle(settings.color) }} />
      </head>
      <body>
        <main>
          <HostedPageMain page={page} />
        </main>
        <script dangerouslySetInnerHTML={{ __html: FORM_SCRIPT }} />
      </body>
    </html>
  );
}
