import { FormTag } from "@/components/review-page/form-tag";
import { RatingNotice } from "@/components/review-page/rating-notice";
import { StarField } from "@/components/review-page/star-field";
import { VisitorFields } from "@/components/review-page/visitor-fields";
import { paths } from "@/lib/paths";
import { PAGE_WORDS } from "@/lib/review-page/page-words";
import type { FormView, HostedPage } from "@/lib/review-page/page-view";
import { REVIEW_TEXT_MAX } from "@/lib/reviews/review-text";

/** Stars, text and Submit; above them what became of the rating. */
export function ReviewForm({ page, view }: { page: HostedPage; view: FormView }) {
  const { notice, visitor, problem } = view;
  const notices = notice && <RatingNotice notice={notice} to={page.action} nonce={page.nonce} />;
  return (
    <>
      {/* The script takes it out and puts it back after load, so that screen readers announce it. */}
      <div id="notice" className={notice ? "notice expected" : "notice"} role="status">
        {notice?.kind !== "landing" && notices}
      </div>
      {notice?.kind === "landing" && <noscript>{notices}</noscript>}
      <FormTag to={page.action} nonce={page.nonce} id="review">
        <StarField
          title={page.settings.title}
          intro={page.settings.intro}
          chosen={view.chosen}
          problem={problem?.sentence}
        />
        <div className="field">
          <label htmlFor="body">
            {PAGE_WORDS.tellMore} <span className="optional">{PAGE_WORDS.optional}</span>
          </label>
          <textarea
            id="body"
            name="body"
            dir="auto"
            rows={5}
            maxLength={REVIEW_TEXT_MAX}
            defaultValue={view.body ?? ""}
            aria-describedby={problem ? "problem" : undefined}
          />
        </div>
        {visitor.kind === "public" && <VisitorFields visitor={visitor} problem={problem} />}
        <div className="decoy" aria-hidden="true">
          <label>
            {PAGE_WORDS.leaveEmpty} <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </div>
        <p id="problem" className="problem" role="alert" data-offline={PAGE_WORDS.cantReachServer}>
          {problem?.sentence}
        </p>
        <button name="action" value="submit">
          {PAGE_WORDS.submit}
        </button>
      </FormTag>
      {visitor.kind === "customer" && (
        <p className="who muted">
          {visitor.firstName !== null && (
            <>
              {PAGE_WORDS.reviewingAs[0]}
              <bdi>{visitor.firstName}</bdi>
              {`${PAGE_WORDS.reviewingAs[1]} `}
            </>
          )}
          <a href={paths.publicReviewPage(page.project.slug)}>{PAGE_WORDS.notYou}</a>
        </p>
      )}
    </>
  );
}
