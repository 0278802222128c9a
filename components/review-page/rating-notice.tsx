import { FormTag } from "@/components/review-page/form-tag";
import { PAGE_WORDS } from "@/lib/review-page/page-words";
import type { PageQuestion, RatingNotice as Notice } from "@/lib/review-page/page-view";

type NoticeProps = { notice: Exclude<Notice, null>; to: string; nonce: string };

/** What the page says about the rating: saved, or what is still needed. */
export function RatingNotice({ notice, to, nonce }: NoticeProps) {
  switch (notice.kind) {
    case "saved":
      return <p className="saved">{PAGE_WORDS.saved(notice.score)}</p>;
    case "touch":
      return <p>{PAGE_WORDS.tapAnywhere}</p>;
    case "landing":
      return <Question question={{ kind: "confirm", score: notice.score }} to={to} nonce={nonce} />;
    case "confirm":
    case "change":
      return <Question question={notice} to={to} nonce={nonce} />;
  }
}

function Question({ question, to, nonce }: { question: PageQuestion; to: string; nonce: string }) {
  const isChange = question.kind === "change";
  const score = isChange ? question.to : question.score;
  return (
    <FormTag to={to} nonce={nonce} className="ask">
      <input type="hidden" name="score" value={score} />
      {isChange && <input type="hidden" name="from" value={question.from} />}
      <p>{isChange ? PAGE_WORDS.askChange(question.from, question.to) : PAGE_WORDS.oneTapSaves(score)}</p>
      <button name="action" value={question.kind}>
        {isChange ? PAGE_WORDS.change(question.to) : PAGE_WORDS.saveRating}
      </button>
    </FormTag>
  );
}
