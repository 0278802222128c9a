import type { ReactNode } from "react";
import { pageStyle } from "@/components/review-page/page-style";
import { DEFAULT_PAGE_SETTINGS } from "@/lib/review-page/page-settings";
import { PAGE_WORDS } from "@/lib/review-page/page-words";

type PlainDocumentProps = { title: string; text: string; children?: ReactNode };

/** A page that only says something, perhaps with a form below it: no script, nothing of a project's looks. */
export function PlainDocument({ title, text, children }: PlainDocumentProps) {
  return (
    <html lang={PAGE_WORDS.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: pageStyle(DEFAULT_PAGE_SETTINGS.color) }} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p className="intro">{text}</p>
          {children}
        </main>
      </body>
    </html>
  );
}
