import { FormTag } from "@/components/review-page/form-tag";
import { PAGE_WORDS } from "@/lib/review-page/page-words";
import type { HostedPage, PageView } from "@/lib/review-page/page-view";

type ThankYouProps = { page: HostedPage; view: Extract<PageView, { kind: "thanks" }> };

/** After Submit: the same words and links for every score. */
export function ThankYou({ page, view }: ThankYouProps) {
  const { settings, action, nonce } = page;
  return (
    <>
      <h1 dir="auto" tabIndex={-1}>
        {settings.thankYouTitle}
      </h1>
      {settings.thankYouText && (
        <p className="intro" dir="auto">
          {settings.thankYouText}
        </p>
      )}
      <p className="notice saved">{PAGE_WORDS.saved(view.score)}</p>
      {view.body !== null && (
        <blockquote className="quote" dir="auto">
          {view.body}
        </blockquote>
      )}
      {settings.links.length > 0 && (
        <ul className="links">
          {settings.links.map((link) => (
            <li key={link.url + link.label}>
              <a className="button" href={link.url} rel="noopener noreferrer nofollow" dir="auto">
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {view.reviewKey === null ? (
        <a className="button quiet" href={action}>
          {PAGE_WORDS.edit}
        </a>
      ) : (
        <FormTag to={action} nonce={nonce}>
          <input type="hidden" name="review" value={view.reviewKey} />
          <button className="quiet" name="action" value="edit">
            {PAGE_WORDS.edit}
          </button>
        </FormTag>
      )}
    </>
  );
}
