import { FormTag } from "@/components/review-page/form-tag";
import { PAGE_WORDS } from "@/lib/review-page/page-words";
import type { HostedPage, PageView } from "@/lib/review-page/page-view";

type OneButtonProps = { page: HostedPage; view: Extract<PageView, { kind: "one_button" }> };

/** The guard's answer to a form: everything that was sent, and one button that saves it. */
export function OneButton({ page, view }: OneButtonProps) {
  return (
    <FormTag to={page.action} nonce={page.nonce}>
      <h1 tabIndex={-1}>{PAGE_WORDS.oneMoreTap}</h1>
      <p className="intro">
        {view.score === null ? PAGE_WORDS.nothingSaved : PAGE_WORDS.notSaved(view.score)}
      </p>
      {Object.entries(view.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button name="confirmed" value="yes">
        {PAGE_WORDS.saveRating}
      </button>
    </FormTag>
  );
}
