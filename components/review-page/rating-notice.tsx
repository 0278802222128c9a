import { FormTag } from "@/components/review-page/form-tag";
import type { PageQuestion, RatingNotice as Notice } from "@/lib/review-page/page-view";
import { countStars } from "@/lib/reviews/score";

type NoticeProps = { notice: Exclude<Notice, null>; to: string; nonce: string };

/** What the page says about the rating: saved, or what is still needed. */
export function RatingNotice({ notice, to, nonce }: NoticeProps) {
  switch (notice.kind) {
    case "saved":
      return <p className="saved">{`Your rating, ${notice.score} of 5 stars, is saved`}</p>;
    case "touch":
      return <p>Tap anywhere to save your rating.</p>;
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
      <p>
        {isChange
          ? `You rated ${question.from}. Change it to ${question.to}?`
          : `One tap saves your rating, ${score} of 5 stars.`}
      </p>
      <button name="action" value={question.kind}>
        {isChange ? `Change to ${countStars(question.to)}` : "Save my rating"}
      </button>
    </FormTag>
  );
}
