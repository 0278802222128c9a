import { pageStyle } from "@/components/review-page/page-style";
import { DEFAULT_PAGE_SETTINGS } from "@/lib/review-page/page-settings";

/** A page that only says something: no form, no script, nothing about any project. */
export function PlainDocument({ title, text }: { title: string; text: string }) {
  return (
    <html lang="en">
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
        </main>
      </body>
    </html>
  );
}
